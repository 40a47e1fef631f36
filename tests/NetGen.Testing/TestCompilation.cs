using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Testing;

/// <summary>C# source texts as a compilation that references the framework and the NetGen runtime.</summary>
internal static class TestCompilation
{
    // What is made from one compilation shares its references, which take longest to read.
    private static readonly CSharpCompilation Empty = CreateEmpty();

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>The sources as files <c>0.cs</c>, <c>1.cs</c>, …, under the strictest warnings.</summary>
    public static CSharpCompilation Create(params IEnumerable<string> sources) =>
        Empty.AddSyntaxTrees(sources.Select((source, i) => Parse(source, $"{i}.cs")).ToArray());

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    private static CSharpCompilation CreateEmpty()
    {
        // A program that brings its own framework has both in one folder.
        var files = FrameworkFiles().Append(typeof(NetworkAttribute).Assembly.Location).Distinct();
        var compilation = CSharpCompilation.Create(
            "Test",
            references: files.Select(path => MetadataReference.CreateFromFile(path)),
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999));
        return compilation.GetTypeByMetadataName(typeof(NetworkAttribute).FullName!) is not null
            ? compilation
            : throw new InvalidOperationException("The runtime of NetGen is not among the references.");
    }

    private static IEnumerable<string> FrameworkFiles()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }
}
