using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>The C# of the README compiles, together and without a word from anyone.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void EverySnippetCompiles()
    {
        var snippets = Regex.Matches(File.ReadAllText(PathOfReadme()), "```csharp\n(.*?)```", RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value).ToArray();
        Assert.True(snippets.Length >= 5);
        Expect.Clean(snippets.Select((snippet, i) => snippet.Contains("[Network", StringComparison.Ordinal) ? snippet : InMethod(snippet, i)));
    }

    // Statements go into a method of a class of their own; the using directives before them stay outside.
    private static string InMethod(string snippet, int number)
    {
        var lines = snippet.Split('\n');
        IEnumerable<string> usings = lines.TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal) || line.Length == 0);
        var statements = lines.Skip(usings.Count());
        return $$"""
            {{string.Join('\n', usings)}}
            internal static class Snippet{{number}}
            {
                internal static void Run()
                {
                    {{string.Join('\n', statements)}}
                }
            }
            """;
    }

    private static string PathOfReadme([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "README.md");
}
