using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Optimization;
using NetGen.Generator.Tests.Layers;
using NetGen.Generator.Tests.Numeric;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Optimization;

/// <summary>What the passes leave to the stages behind them. That they keep the meaning of a graph, emitted code shows.</summary>
public sealed class PassesTests
{
    public static TheoryData<string> Names => CompiledNetworks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingIsComputedThatNoResultNeeds(string name)
    {
        foreach (var graph in Graphs(CompiledNetworks.Get(name, Precision.Single).Model).Select(Passes.Run))
        {
            var needed = graph.Results.Select(result => result.Value).ToHashSet();
            foreach (var value in graph.Values.Reverse())
            {
                needed.UnionWith(needed.Contains(value) ? value.Operands : []);
            }

            Assert.All(graph.Values, value => Assert.Contains(value, needed));
            Assert.DoesNotContain(graph.Values, value => value.Operation is StopGradientOperation);
        }
    }

    /// <summary>Windows of as many filters as this has would be more than a value may be, while those of its one channel are not.</summary>
    [Fact]
    public void WhatWouldBeTooLargeIsNotGathered()
    {
        var model = Declare.Model(Declare.Input(1, 512, 512), Declare.Layer("Conv2D", ("filters", 128), ("kernel", 3), ("Same", true)));
        var graph = Passes.Run(GradientGraphs.VectorJacobianProduct(model));

        Assert.Contains(graph.Values, value => value.Operation is FoldOperation);
        Assert.All(graph.Values, value => Assert.True(value.Shape.Count <= Shape.MaximumCount));
    }

    /// <summary>A factor is taken out of a sum only where it is the same along all of its axes, the samples included.</summary>
    [Theory]
    [InlineData("reduce sum [0, 1] %3 : float[*, 1, 1]", "float[2, 1]", false)]
    [InlineData("reduce sum [0, 1] %3 : float[*, 1, 1]", "float[1, 3]", false)]
    [InlineData("reduce sum [0] samples %3 : float[1, 3]", "float[2, 1]", false)]
    [InlineData("reduce sum [1] samples %3 : float[2, 1]", "float[2, 1]", true)]
    [InlineData("reduce sum [1] %3 : float[*, 2, 1]", "float[2, 1]", true)]
    [InlineData("reduce sum [0, 1] %3 : float[*, 1, 1]", "float[1, 1]", true)]
    public void FactorsThatAreTheSameForAllThatIsAddedUpAreTakenOut(string sum, string factor, bool isTaken)
    {
        var graph = GraphText.Parse($"""
            %0 = input data "x" : float[*, 2, 3] "x"
            %1 = parameter "w" : {factor} "w"
            %2 = map "exp(x0)" %0 : float[*, 2, 3] "e"
            %3 = map "x0 * x1" %1 %2 : float[*, 2, 3] "p"
            %4 = {sum} "s"
            %5 = map "x0 + x1" %4 %0 : float[*, 2, 3] "o"
            return output "o" %5
            """);
        GraphVerifier.Verify(graph);
        var factored = FactorSums.Run(graph);
        GraphVerifier.Verify(factored);

        var reduced = factored.Values.Single(value => value.Operation is ReduceOperation).Operands[0];
        Assert.Equal(isTaken, reduced.Operands.All(operand => operand.Operation is not ParameterOperation));
        Assert.Equal(Output(graph), Output(factored), (expected, actual) => System.Math.Abs(expected - actual) < 1e-12);

        double[] Output(ComputationGraph of) => ReferenceInterpreter.Run(
            of,
            samples: 2,
            new Dictionary<string, double[]> { ["w"] = [.. Enumerable.Range(1, (int)of.Values[1].Shape.Count).Select(i => 0.5 * i)] },
            new Dictionary<(string, InputRole), double[]> { [("x", InputRole.Data)] = [.. Enumerable.Range(0, 12).Select(i => 0.1 * i)] })[("o", ResultRole.Output)];
    }

    private static IEnumerable<ComputationGraph> Graphs(NetworkModel model)
    {
        yield return model.Prediction;
        if (model.Losses.Count > 0)
        {
            yield return GradientGraphs.LossAndGradient(model);
        }

        if (model.PassesGradients)
        {
            yield return GradientGraphs.VectorJacobianProduct(model);
        }
    }
}
