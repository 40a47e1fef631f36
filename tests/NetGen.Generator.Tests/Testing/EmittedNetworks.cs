using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Testing;

/// <summary>Networks compiled from source in memory and loaded into this process.</summary>
internal sealed class EmittedNetworks
{
    private readonly Assembly _assembly;

    private EmittedNetworks(Assembly assembly) => _assembly = assembly;

    /// <summary>Compiles sources; fails where generator or compiler has anything to say. The analyzer, which takes longer than both, is not asked.</summary>
    public static EmittedNetworks Compile(params IEnumerable<string> sources)
    {
        string[] all = [.. sources];
        var image = AssemblyStore.Get(all, () =>
        {
            var driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
            driver.RunGeneratorsAndUpdateCompilation(TestCompilation.Create(all), out var compilation, out var reported);
            Assert.Empty(reported);
            using var stream = new MemoryStream();
            var result = compilation.Emit(stream);
            Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed));
            return (stream.ToArray(), IsClean: true);
        });
        return new EmittedNetworks(new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(new MemoryStream(image)));
    }

    /// <summary>Creates the network of a class.</summary>
    public INetwork Create(string className, int seed = 0)
    {
        var type = _assembly.GetTypes().Single(candidate => candidate.Name == className);
        return (INetwork)Activator.CreateInstance(type, seed)!;
    }
}
