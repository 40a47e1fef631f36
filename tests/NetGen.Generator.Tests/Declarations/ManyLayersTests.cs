using System;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Declarations;

public sealed class ManyLayersTests
{
    private const int Count = 3000;

    [Fact]
    public void ThousandsOfLayersAreReadAndChecked()
    {
        var layers = string.Join("\n", Enumerable.Range(0, Count).Select(i => FormattableString.Invariant($"[Dense(2, Name = \"d{i}\"), ReLU]")));
        var compilation = TestCompilation.Create($"using NetGen;\n[Network, Input(2)]\n{layers}\n[Dense(0)]\npartial class Net;");
        var network = NetworkSymbol.Find(compilation.GetTypeByMetadataName("Net")!, default)!;

        var declaration = DeclarationReader.Read(network, compilation, default);
        var error = Assert.Single(NetworkCompiler.Check(declaration).Errors);

        Assert.Equal(2 + (2 * Count), declaration.Layers.Count);
        Assert.Equal(("NG0201", 1 + (2 * Count)), (error.Id, error.Layer));
    }
}
