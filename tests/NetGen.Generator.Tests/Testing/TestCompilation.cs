using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests.Testing;

/// <summary>C# source texts as a compilation that references the framework and the NetGen runtime.</summary>
internal static class TestCompilation
{
    private static readonly ImmutableArray<MetadataReference> References = FrameworkFiles()
        .Append(typeof(NetworkAttribute).Assembly.Location)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>The sources as files <c>0.cs</c>, <c>1.cs</c>, …, under the strictest warnings.</summary>
    public static CSharpCompilation Create(params IEnumerable<string> sources) =>
        CSharpCompilation.Create(
            "Test",
            sources.Select((source, i) => Parse(source, $"{i}.cs")),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private static IEnumerable<string> FrameworkFiles()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }
}
