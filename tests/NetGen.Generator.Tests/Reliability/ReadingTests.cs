using System;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Infrastructure;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Declarations;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>The random networks see what is read wrongly, although the reference is made of it.</summary>
public sealed class ReadingTests
{
    private static readonly NetworkDeclaration s_written = WrittenNetworks.All
        .First(network => WrittenNetworks.IsRight(network) && network.Layers.Any(layer => layer.Kind.Function is not null)).Declaration;

    [Fact]
    public void TheSameIsRight() => ReadingCheck.Run(s_written, s_written with { });

    [Fact]
    public void SettingsAreCompared()
    {
        Assert.Equal("L1", Detail(s_written with { L1 = 0.7 }));
        Assert.Equal("L2", Detail(s_written with { L2 = 0.7 }));
        Assert.Equal("Precision", Detail(s_written with { IsDouble = !s_written.IsDouble }));
    }

    [Fact]
    public void LayersAreCompared()
    {
        Assert.StartsWith("Name of", Detail(With(layer => layer with { Name = "another" })), StringComparison.Ordinal);
        Assert.StartsWith("From of", Detail(With(layer => layer with { From = "another" })), StringComparison.Ordinal);
        Assert.StartsWith("shape of", Detail(With(layer => layer with { Arguments = Changed(layer.Arguments) })), StringComparison.Ordinal);
        Assert.StartsWith("the own method of", Detail(With(layer => layer.Function is { } function ? layer with { Function = function with { Body = 7 } } : layer)), StringComparison.Ordinal);
    }

    [Fact]
    public void OwnMethodsAreCalled()
    {
        var network = WrittenNetworks.All.First(network => WrittenNetworks.IsRight(network) && network.Layers.Any(layer => layer.Kind.Function is not null));
        using var built = NetworkBuilder.Build(network)!;
        new MethodCheck(network, new Tally(), new Random(1)).Run(built);
        var misread = network with { Methods = [.. network.Methods.Select(method => method with { Function = method.Function! with { Body = 1e6 } })] };

        Assert.Equal("methods", Assert.Throws<CheckFailedException>(() => new MethodCheck(misread, new Tally(), new Random(1)).Run(built)).Failure.Check);
    }

    private static string Detail(NetworkDeclaration read) => Assert.Throws<CheckFailedException>(() => ReadingCheck.Run(s_written, read)).Failure.Detail;

    private static NetworkDeclaration With(Func<LayerDeclaration, LayerDeclaration> change) =>
        s_written with { Layers = new EquatableArray<LayerDeclaration>(s_written.Layers.Select(change)) };

    private static EquatableArray<Argument> Changed(EquatableArray<Argument> arguments) =>
        new(arguments.Select((argument, i) => i > 0 ? argument : argument with { Numbers = new EquatableArray<double>([71]), Texts = default }));
}
