using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Which kernels are joined into one within a sample.</summary>
public sealed class RowFusionTests
{
    [Fact]
    public void SoftmaxWithCrossEntropyAndItsGradientIsOneKernel()
    {
        var plan = NetworkPlan.Of(Model(Input(200), Dense(4), Layer("SoftmaxCrossEntropy"))).Training!;

        var rows = Assert.Single(plan.Kernels.OfType<RowKernel>());
        Assert.Equal(4, rows.Length);
        Assert.DoesNotContain(plan.Kernels, kernel => kernel is MapKernel || kernel is ReduceKernel { Result.Operation: ReduceOperation { OverSamples: false } });
        Assert.Equal(["*, 1", "*, 4"], rows.Written.Select(value => value.Type.ToString()[6..^1]).Order());
    }

    /// <summary>With samples in the lanes a row is one of 16 samples, and the index of the class lies as a number of each.</summary>
    [Fact]
    public void InGroupsItIsOneKernelToo()
    {
        var plan = NetworkPlan.Of(Model(Input(4), Dense(16), Layer("Tanh"), Dense(3), Layer("SoftmaxCrossEntropy"))).Training!;

        var rows = Assert.Single(plan.Kernels.OfType<RowKernel>());
        Assert.True(rows.IsOfGroups);
        Assert.Equal(3 * 16, rows.Length);
        Assert.Equal(["*/16, 16", "*/16, 3, 16"], rows.Written.Select(value => value.Type.ToString()[6..^1]).Order());

        // What it writes for itself has room for a group.
        Assert.NotEmpty(rows.Scratch);
        Assert.Equal(rows.Scratch.Count * 3 * 16, plan.Lengths.PerWorker);
    }

    [Fact]
    public void NothingIsJoinedOverTheHalvesOfAPass()
    {
        var plan = NetworkPlan.Of(Model(Input(3), Dense(4), Layer("Softmax"))).Pass!;
        var first = Lifetimes.FirstHalf(plan.Graph);

        Assert.NotEmpty(plan.Kernels.OfType<RowKernel>());
        Assert.All(plan.Kernels.OfType<RowKernel>(), rows => Assert.Single(rows.Values.Select(first.Contains).Distinct()));
    }

    /// <summary>What only the gradient needs may depend on nothing but what the first half computes, as probabilities beside their logarithms.</summary>
    [Fact]
    public void WhatOnlyTheGradientNeedsIsNotJoinedToTheOutputs()
    {
        var graph = GraphText.Parse("""
            %0 = input data "x" : float[*, 4] "x"
            %1 = contract "*i,*i->*i" %0 %0 : float[*, 4] "square"
            %2 = reduce max [0] %1 : float[*, 1] "max"
            %3 = map "x0 - x1" %1 %2 : float[*, 4] "y"
            %4 = map "exp(x0)" %3 : float[*, 4] "p"
            %5 = reduce sum [0] %4 : float[*, 1] "sum"
            %6 = input output-gradient "y" : float[*, 4] "y.gradient"
            %7 = map "x0 * x1 / x2" %6 %4 %5 : float[*, 4] "x.gradient"
            return output "y" %3
            return input-gradient "x" %7

            """);
        GraphVerifier.Verify(graph);
        var plan = ProgramPlanner.Plan(graph, ParameterPlan.Of(Model(Input(4), Dense(1))), new ProgramForm { KeepsInputs = true });
        var first = Lifetimes.FirstHalf(plan.Graph);

        Assert.NotEmpty(plan.Kernels.OfType<RowKernel>());
        Assert.All(plan.Kernels.OfType<RowKernel>(), rows => Assert.Single(rows.Values.Select(first.Contains).Distinct()));
    }

    [Fact]
    public void ADenseLayerBetweenTwoRowsKeepsThemApart()
    {
        var plan = NetworkPlan.Of(Model(Input(16), Dense(16), Layer("Softmax"), Dense(16), Layer("Softmax"))).Prediction;

        Assert.Equal(["ContractKernel", "RowKernel", "ContractKernel", "RowKernel"], plan.Kernels.Select(kernel => kernel.GetType().Name));
    }

    /// <summary>Element-wise work alone is joined by a pass on the graph, or lies in a contraction.</summary>
    [Fact]
    public void NothingIsJoinedWithoutAReduction() =>
        Assert.Empty(NetworkPlan.Of(Model(Input(4), Dense(5), Layer("ReLU"), Dense(3), Layer("SquaredError"))).Pass!.Kernels.OfType<RowKernel>());

    [Theory]
    [InlineData("Dense")]
    [InlineData("Softmax")]
    public void AnOperandOfTheCallerIsNoRow(string after)
    {
        var layer = after == "Dense" ? Dense(2) : Layer(after);
        var kernels = NetworkPlan.Of(Model(Input(20), Layer("Softmax"), layer)).Prediction.Kernels;

        // Behind the last value of the caller's last sample lies nothing that may be read.
        Assert.All(kernels.OfType<RowKernel>(), rows => Assert.DoesNotContain(rows.Operands, operand => operand.Operation is InputOperation && operand.Shape.Count > 1));
    }
}
