using System;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator;

namespace NetGen.Benchmarks;

/// <summary>What the generator costs beside the compiler: on the first run, and after an edit of another file.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private const string Declaration = """
        using NetGen;

        [Network]
        [Input(1, 28, 28)]
        [Flatten]
        [Dense(512), ReLU, Dropout(0.2)]
        [Dense(512), ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public sealed partial class Mlp;
        """;

    private readonly GeneratorDriver _unused = CreateDriver();
    private readonly GeneratorDriver _warm;
    private readonly CSharpCompilation _compilation;
    private readonly CSharpCompilation _edited;

    /// <summary>Compiles two files, and the same with another second file.</summary>
    public GeneratorBenchmarks()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var references = Directory.EnumerateFiles(folder, "System*.dll").Append(typeof(NetworkAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
        var other = CSharpSyntaxTree.ParseText("internal static class Other { public const int Number = 1; }", path: "Other.cs");
        _compilation = CSharpCompilation.Create(
            "Benchmark",
            [CSharpSyntaxTree.ParseText(Declaration, path: "Mlp.cs"), other],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _edited = _compilation.ReplaceSyntaxTree(
            other, CSharpSyntaxTree.ParseText("internal static class Other { public const int Number = 2; }", path: "Other.cs"));
        _warm = _unused.RunGenerators(_compilation);
        if (_warm.GetRunResult().GeneratedTrees.Length != 1)
        {
            throw new InvalidOperationException("Expected one generated file.");
        }
    }

    /// <summary>From nothing to the generated file.</summary>
    [Benchmark]
    public GeneratorDriver FirstRun() => _unused.RunGenerators(_compilation);

    /// <summary>After an edit of the other file: the declaration is read again and found unchanged.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => _warm.RunGenerators(_edited);

    private static CSharpGeneratorDriver CreateDriver() => CSharpGeneratorDriver.Create(new NetworkGenerator());
}
