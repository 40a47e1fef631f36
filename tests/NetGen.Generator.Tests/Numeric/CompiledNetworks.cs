using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declarations;
using NetGen.Generator.Layers;
using NetGen.Generator.Tests.Numeric.Networks;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing;
using NetGen.Testing.Numbers;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>The networks of the table in both precisions, compiled once for the whole run of the tests and loaded.</summary>
internal static class CompiledNetworks
{
    private static readonly string[] s_sources = [Source(Precision.Single), Source(Precision.Double)];

    private static readonly Lazy<Compiled> Build = new(Compile);

    /// <summary>What the generator and the compiler said, as far as it matters to a user.</summary>
    public static ImmutableArray<Diagnostic> Diagnostics => Build.Value.Diagnostics;

    /// <summary>The names of all networks, as the data of a theory.</summary>
    public static TheoryData<string> Names => [.. NetworkTable.All.Keys];

    /// <summary>
    /// The names of the networks that are of an interface, as the data of a theory. It compiles all networks, so theories ask for it when
    /// they run and not when tests are looked for: a run of other tests does not wait for it.
    /// </summary>
    public static TheoryData<string> NamesOf<T>()
        where T : INetwork => [.. NetworkTable.All.Keys.Where(name => typeof(T).IsAssignableFrom(Type(name, Precision.Double)))];

    public static CompiledNetwork Get(string name, Precision precision)
    {
        var symbol = Build.Value.Compilation.GetTypeByMetadataName($"{precision}.{name}")!;
        var network = NetworkSymbol.Find(symbol, CancellationToken.None)!;
        var declaration = DeclarationReader.Read(network, Build.Value.Compilation, CancellationToken.None);
        return new CompiledNetwork(name, precision, Type(name, precision), ModelBuilder.Build(declaration));
    }

    /// <summary>What the analyzer says of the declarations; it needs no generated code.</summary>
    public static ImmutableArray<Diagnostic> Analyze() =>
        Declarations().WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();

    private static Type Type(string name, Precision precision) => Build.Value.Assembly.GetType($"{precision}.{name}", throwOnError: true)!;

    private static Compiled Compile()
    {
        // So much code is bound only once: its warnings are those that come with the assembly.
        var declarations = Declarations();
        var said = ImmutableArray<Diagnostic>.Empty;
        var image = AssemblyStore.Get(s_sources, () =>
        {
            CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
                .RunGeneratorsAndUpdateCompilation(declarations, out var compilation, out var reported);
            using var file = new MemoryStream();
            var result = compilation.Emit(file);
            Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(20)));
            said = [.. reported.Concat(result.Diagnostics).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
            return (file.ToArray(), said.IsEmpty);
        });
        return new Compiled(declarations, new AssemblyLoadContext("Networks").LoadFromStream(new MemoryStream(image)), said);
    }

    private static CSharpCompilation Declarations() => TestCompilation.Create(s_sources);

    private static string Source(Precision precision) => $$"""
        using System;
        using NetGen;

        namespace {{precision}};

        {{string.Concat(NetworkTable.All.Values.Select(network => network.Text(precision)))}}
        """;

    /// <summary>Declarations without what is generated, and the whole as an assembly.</summary>
    private sealed record Compiled(Compilation Compilation, Assembly Assembly, ImmutableArray<Diagnostic> Diagnostics);
}

/// <summary>A network of the table as a type, and its graphs as they were before any pass.</summary>
internal sealed record CompiledNetwork(string Name, Precision Precision, Type Type, NetworkModel Model)
{
    /// <summary>An instance with numbers.</summary>
    public NetworkRun Run(TestNumbers numbers) => new((INetwork)Activator.CreateInstance(Type, 0)!, numbers);
}
