using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.RandomNetworks.Declarations;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>The random networks are worth what they contain.</summary>
public sealed class RandomNetworkTests
{
    /// <summary>As many as .ci/run checks, from the same seed on.</summary>
    private const int Checked = 300;

    private static readonly RandomNetwork[] s_right = Right(Checked);

    [Fact]
    public void EveryKindOfLayerIsAmongTheRightOnesThatAreChecked() =>
        Assert.Empty(LayerCatalogue.Kinds.Keys.Except(s_right.SelectMany(network => network.Layers).Select(layer => layer.Kind.Name)));

    [Fact]
    public void EveryArgumentIsAmongAThousand()
    {
        var written = Right(WrittenNetworks.All.Length).SelectMany(network => network.Layers).SelectMany(Arguments).ToHashSet();
        var all = LayerKind.All.SelectMany(kind => kind.Positional.Concat(kind.Named).Select(argument => (kind.Name, argument.Name)));

        Assert.Empty(all.Except(written));
    }

    [Fact]
    public void EverySettingOfANetworkIsAmongThem()
    {
        var properties = typeof(NetworkAttribute).GetProperties().Where(property => property.SetMethod is not null).Select(property => property.Name);

        Assert.Empty(properties.Except(s_right.SelectMany(network => network.Settings.Keys)));
    }

    [Fact]
    public void BranchesAndSharedWeightsAndSeveralInputsOutputsAndLossesAreAmongThem()
    {
        var models = s_right.Select(network => NetworkCompiler.Check(network.Declaration).Model!).ToArray();

        Assert.Contains(models, model => model.Inputs.Count > 1);
        Assert.Contains(models, model => model.Losses.Count > 1);
        Assert.Contains(models, model => model.Losses.Count == 0);
        Assert.Contains(models, model => model.Prediction.Results.Count(result => result.Role == ResultRole.Output) > 1);
        Assert.Contains(s_right, network => network.Layers.Any(layer => layer.Named.ContainsKey("From")));
        Assert.Contains(s_right, network => network.Layers.Any(layer => layer.Named.ContainsKey("TiedTo")));
    }

    [Fact]
    public void NamespacesAndTypesAroundTheClassAreAmongThem()
    {
        Assert.Contains(s_right, network => network.Place.Namespace.Contains('.', StringComparison.Ordinal));
        Assert.Contains(s_right, network => network.Place.Containers.Length > 1);
        Assert.Contains(s_right, network => network.Place is { MethodsAround: true, Containers.Length: > 0 } && network.Methods.Any(network.IsUsed));
    }

    [Fact]
    public void SomeAreWrong() => Assert.InRange(Checked - s_right.Length, 1, Checked / 2);

    [Fact]
    public void ASeedGivesTheSameNetworkAgain() =>
        Assert.All(Enumerable.Range(1, 20), seed => Assert.Equal(NetworkWriter.Write(seed).Text, NetworkWriter.Write(seed).Text));

    private static RandomNetwork[] Right(int count) => [.. WrittenNetworks.All.Take(count).Where(WrittenNetworks.IsRight)];

    private static IEnumerable<(string Kind, string Argument)> Arguments(RandomLayer layer) =>
        layer.Kind.Positional.Take(layer.Positional.Length).Select(argument => argument.Name).Concat(layer.Named.Keys).Select(name => (layer.Kind.Name, name));
}
