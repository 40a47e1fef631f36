using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Declarations;

public sealed class DeclarationReaderTests
{
    [Fact]
    public void AttributesAreReadInTheOrderOfTheSource()
    {
        var declaration = Read("""
            [Dense(3), Dense(4)]
            [Network, Input(2)]
            [ReLU]
            partial class Net;
            """);

        Assert.Equal(["Dense", "Dense", "Input", "ReLU"], declaration.Layers.Select(layer => layer.Kind));
    }

    private static NetworkDeclaration Read(string source)
    {
        var compilation = TestCompilation.Create("using NetGen;\n" + source);
        var type = compilation.GetTypeByMetadataName("Net")!;
        var network = NetworkSymbol.Find(type, default)!;
        return DeclarationReader.Read(network, compilation, default);
    }
}
