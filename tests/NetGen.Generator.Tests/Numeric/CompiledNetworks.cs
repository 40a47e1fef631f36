using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Declarations;
using NetGen.Generator.Layers;
using NetGen.Generator.Tests.Numeric.Networks;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>The networks of the table in both precisions, compiled once for the whole run of the tests and loaded.</summary>
internal static class CompiledNetworks
{
    private static readonly Lazy<(TestRun Run, Assembly Assembly)> Build = new(Compile);

    /// <summary>What generator, analyzer and compiler made of the table.</summary>
    public static TestRun Run => Build.Value.Run;

    /// <summary>The names of all networks, as the data of a theory.</summary>
    public static TheoryData<string> Names => [.. NetworkTable.All.Keys];

    /// <summary>The names of the networks that are of an interface, as the data of a theory.</summary>
    public static TheoryData<string> NamesOf<T>()
        where T : INetwork => [.. NetworkTable.All.Keys.Where(name => typeof(T).IsAssignableFrom(Type(name, Precision.Double)))];

    public static CompiledNetwork Get(string name, Precision precision)
    {
        var symbol = Run.Compilation.GetTypeByMetadataName($"{precision}.{name}")!;
        var network = NetworkSymbol.Find(symbol, CancellationToken.None)!;
        var declaration = DeclarationReader.Read(network, Run.Compilation, CancellationToken.None);
        return new CompiledNetwork(name, precision, Type(name, precision), ModelBuilder.Build(declaration));
    }

    private static Type Type(string name, Precision precision) => Build.Value.Assembly.GetType($"{precision}.{name}", throwOnError: true)!;

    private static (TestRun Run, Assembly Assembly) Compile()
    {
        var run = TestRun.Of([Source(Precision.Single), Source(Precision.Double)]);
        using var file = new MemoryStream();
        var result = run.Compilation.Emit(file);
        var errors = result.Diagnostics.Concat(run.Analyzer).Concat(run.Generator).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(result.Success, string.Join('\n', errors.Take(20)));
        file.Position = 0;
        return (run, new AssemblyLoadContext("Networks").LoadFromStream(file));
    }

    private static string Source(Precision precision) => $$"""
        using System;
        using NetGen;

        namespace {{precision}};

        {{string.Concat(NetworkTable.All.Values.Select(network => network.Text(precision)))}}
        """;
}

/// <summary>A network of the table as a type, and its graphs as they were before any pass.</summary>
internal sealed record CompiledNetwork(string Name, Precision Precision, Type Type, NetworkModel Model)
{
    public INetwork Create(int seed) => (INetwork)Activator.CreateInstance(Type, seed)!;
}
