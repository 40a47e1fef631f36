using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Optimization;
using NetGen.RandomNetworks.Declarations;
using NetGen.Testing.Numbers;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>The random networks are worth what they contain.</summary>
public sealed class RandomNetworkTests
{
    /// <summary>As many as .ci/run checks, from the same seed on.</summary>
    private const int Checked = 300;

    private static readonly RandomNetwork[] s_right = Right(Checked);

    private static readonly RandomNetwork[] s_rightOfAll = Right(WrittenNetworks.All.Length);

    [Fact]
    public void EveryKindOfLayerIsAmongTheRightOnesThatAreChecked() =>
        Assert.Empty(LayerCatalogue.Kinds.Keys.Except(s_right.SelectMany(network => network.Layers).Select(layer => layer.Kind.Name)));

    [Fact]
    public void EveryArgumentIsAmongSomeThousand()
    {
        var written = s_rightOfAll.SelectMany(network => network.Layers).SelectMany(layer => Values(layer).Select(value => (layer.Kind.Name, value.Argument))).ToHashSet();
        var all = LayerKind.All.SelectMany(kind => kind.Positional.Concat(kind.Named).Select(argument => (kind.Name, argument.Name)));

        Assert.Empty(all.Except(written));
    }

    [Fact]
    public void EveryMemberOfEveryEnumerationAndBothTruthValuesAreAmongSomeThousand()
    {
        var written = s_rightOfAll.SelectMany(network => network.Layers).SelectMany(layer => Values(layer).Select(value => (layer.Kind.Name, value.Argument, value.Value))).ToHashSet();
        var all = LayerKind.All.SelectMany(kind => kind.Positional.Concat(kind.Named)
            .SelectMany(argument => Choices(argument.Type).Select(value => (kind.Name, Argument: argument.Name, Value: value))));

        Assert.Empty(all.Except(written));
    }

    [Fact]
    public void EverySettingOfANetworkIsAmongThem()
    {
        var properties = typeof(NetworkAttribute).GetProperties().Where(property => property.SetMethod is not null).Select(property => property.Name);

        Assert.Empty(properties.Except(s_right.SelectMany(network => network.Settings.Keys.Concat(network.Layers.SelectMany(layer => layer.Block?.Settings.Keys ?? [])))));
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
    public void BlocksOfSeveralInputsAndOfBlocksAndSharedOnesAreAmongSomeThousand()
    {
        var blocks = s_rightOfAll.SelectMany(network => network.Layers).Where(layer => layer.Block is not null).ToArray();

        Assert.Contains(blocks, layer => layer.Block!.Layers.Count(inner => inner.Kind.Name == "Input") > 1);
        Assert.Contains(blocks, layer => layer.Block!.Layers.Any(inner => inner.Block is not null));
        Assert.Contains(blocks, layer => layer.Block!.Layers.Any(inner => inner.Kind.IsLoss));
        Assert.Contains(blocks, layer => layer.Block!.Layers.Any(inner => inner.Kind.Name == "Output"));
        Assert.Contains(blocks, layer => layer.Named.GetValueOrDefault("Shared") is true && layer.Named.GetValueOrDefault("Repeat") is > 1);
    }

    [Fact]
    public void MostCanBeTrained()
    {
        var models = s_right.Select(network => NetworkCompiler.Check(network.Declaration).Model!).ToArray();
        var trainable = models.Where(model => model.Parameters.Any(parameter => parameter.Trainable)).ToArray();

        Assert.InRange(trainable.Length, models.Length / 2, models.Length * 9 / 10);
        Assert.InRange(trainable.Count(model => model.Losses.Count > 0), trainable.Length * 2 / 3, trainable.Length * 19 / 20);
    }

    /// <summary>Samples in the lanes, whose other form is compared too for every second network, and samples one after the other.</summary>
    [Fact]
    public void BothFormsOfVectorsAndOfImagesAreAmongThem()
    {
        var graphs = s_rightOfAll.Take(1000).Select(network => NetworkCompiler.Check(network.Declaration).Model!.Prediction).ToArray();
        var forms = graphs.Where(graph => graph.Values.Any(value => WeightProduct.Of(value) is not null)).GroupBy(GroupChoice.Of).ToDictionary(form => form.Key, form => form.Count());

        Assert.All(Enum.GetValues<GroupForm>(), form => Assert.InRange(forms.GetValueOrDefault(form), 20, int.MaxValue));
    }

    [Fact]
    public void EveryLossHasADomainOfTargets() =>
        Assert.All(LayerCatalogue.Kinds.Values.OfType<LossLayer>(), loss => Assert.True(Enum.IsDefined(TargetDomains.Of(loss.Kind))));

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

    private static IEnumerable<(string Argument, object Value)> Values(RandomLayer layer) =>
        layer.Kind.Positional.Zip(layer.Positional, (argument, value) => (argument.Name, value)).Concat(layer.Named.Select(argument => (argument.Key, argument.Value)));

    private static IEnumerable<object> Choices(Type type) => type.IsEnum ? Enum.GetValues(type).Cast<object>() : type == typeof(bool) ? [false, true] : [];
}
