using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Graph;
using NetGen.Testing.Reference;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Layers;

/// <summary>Networks as parts of others: names, parameters, states and streams.</summary>
public sealed class BlockTests
{
    private static readonly NetworkDeclaration s_unit = Network(Input(3), Dense(3, ("Bias", false)), Layer("BatchNorm", ("Affine", false), ("Momentum", 0.5)), Layer("Dropout", ("rate", 0.5)));

    [Fact]
    public void ParametersAreNamedByBlockAndRepetition()
    {
        Assert.Equal(["block1.dense1.weight", "block1.batchnorm1.running_mean", "block1.batchnorm1.running_var"], Names(Block()));
        Assert.Equal(
            ["unit.0.dense1.weight", "unit.0.batchnorm1.running_mean", "unit.0.batchnorm1.running_var", "unit.1.dense1.weight", "unit.1.batchnorm1.running_mean", "unit.1.batchnorm1.running_var"],
            Names(Block(("Repeat", 2), ("Name", "unit"))));
        Assert.Equal(["block1.dense1.weight", "block1.batchnorm1.running_mean", "block1.batchnorm1.running_var"], Names(Block(("Repeat", 3), ("Shared", true))));
    }

    [Fact]
    public void BlocksInBlocksHaveTheNamesOfBoth()
    {
        var outer = Network(Input(3), Layer("Block", ("Repeat", 2)) with { Block = new BlockDeclaration("Unit", Network(Input(3), Dense(3, ("Bias", false)))) });
        var model = Model(Input(3), Layer("Block") with { Block = new BlockDeclaration("Outer", outer) });

        Assert.Equal(["block1.block1.0.dense1.weight", "block1.block1.1.dense1.weight"], model.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["input", "block1.block1.0.dense1", "block1.block1.1.dense1", "block1.block1", "block1"], model.Layers.Select(layer => layer.Name));
        Assert.Equal([0, 9, 9, 0, 0], model.Layers.Select(layer => layer.ParameterCount));
    }

    [Fact]
    public void EveryLayerDrawsNumbersOfItsOwn()
    {
        var model = Model(Input(3), Layer("Dropout", ("rate", 0.5)), Block(("Repeat", 2)), Block(), Layer("Dropout", ("rate", 0.5)));
        var streams = model.Training.Values.Select(value => value.Operation).OfType<RandomOperation>().Select(random => random.Stream).ToArray();

        Assert.Equal(5, streams.Length);
        Assert.Equal(streams.Distinct(), streams);
    }

    /// <summary>Two steps of ½ from 0 towards the means of the two repetitions.</summary>
    [Fact]
    public void RepetitionsThatShareAStateMoveItOneAfterTheOther()
    {
        var unit = Network(Input(2), Layer("BatchNorm", ("Affine", false), ("Momentum", 0.5)), Layer("Activation", ("method", "Own")).WithMethod(1, NetGen.Generator.Expressions.Functions.X() + 6));
        var model = Model(Input(2), Layer("Block", ("Repeat", 2), ("Shared", true)) with { Block = new BlockDeclaration("Unit", unit) });
        var results = ReferenceInterpreter.Run(
            model.Training,
            2,
            new Dictionary<string, double[]> { ["block1.batchnorm1.running_mean"] = [0, 0], ["block1.batchnorm1.running_var"] = [1, 1] },
            new Dictionary<(string, InputRole), double[]> { [("input", InputRole.Data)] = [1, 10, 3, 10] });

        // The means are 2 and 10 first, and then 6, for what is normalised has the mean 0.
        Assert.Equal([(0.5 * 1) + 3, (0.5 * 5) + 3], results[("block1.batchnorm1.running_mean", ResultRole.NextState)], (a, b) => Math.Abs(a - b) < 1e-12);
    }

    private static LayerDeclaration Block(params (string Name, object? Value)[] arguments) => Layer("Block", arguments) with { Block = new BlockDeclaration("Unit", s_unit) };

    private static IEnumerable<string> Names(LayerDeclaration block) => Model(Input(3), block).Parameters.Select(parameter => parameter.Name);
}
