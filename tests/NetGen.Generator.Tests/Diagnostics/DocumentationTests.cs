using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic has an id, a descriptor and a section in the documentation, and no more.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void EveryIdHasADescriptor()
    {
        var ids = typeof(DiagnosticIds).GetFields().Select(field => (string)field.GetValue(null)!).Order(StringComparer.Ordinal);

        Assert.Equal(ids, new NetworkAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void EveryDescriptorHasASectionAndThatHasItsTitle()
    {
        var sections = File.ReadLines(PathOfDocumentation())
            .Where(line => line.StartsWith("## NG", StringComparison.Ordinal))
            .Select(line => line["## ".Length..])
            .ToList();

        // The link leads to the id alone, so the heading must be nothing else.
        Assert.Equal(new NetworkAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id), sections);
        Assert.All(new NetworkAnalyzer().SupportedDiagnostics, descriptor =>
        {
            Assert.Equal($"docs/diagnostics.md#{descriptor.Id.ToLowerInvariant()}", descriptor.HelpLinkUri);
            Assert.Contains($"**{descriptor.Title}.**", File.ReadAllText(PathOfDocumentation()), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ErrorsAreNotConfigurable() => Assert.All(
        new NetworkAnalyzer().SupportedDiagnostics,
        descriptor => Assert.Equal(
            descriptor.DefaultSeverity == DiagnosticSeverity.Error,
            descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable)));

    [Fact]
    public void TheExamplesOfTheDocumentationGiveTheirDiagnostic()
    {
        var text = File.ReadAllText(PathOfDocumentation());
        foreach (Match section in Regex.Matches(text, @"^## (NG\d+)\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline))
        {
            var id = section.Groups[1].Value;
            if (id != DiagnosticIds.InternalError)
            {
                var examples = Regex.Matches(section.Groups[2].Value, "```csharp\n(.*?)```", RegexOptions.Singleline);
                Assert.Equal(2, examples.Count);
                Assert.Contains(id, Testing.TestRun.Of("using System; using NetGen;\n" + examples[0].Groups[1].Value).Analyzer.Select(diagnostic => diagnostic.Id));
                Testing.Expect.Clean("using System; using NetGen;\n" + examples[1].Groups[1].Value);
            }
        }
    }

    private static string PathOfDocumentation([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "docs", "diagnostics.md");
}
