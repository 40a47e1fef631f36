using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Optimization;
using NetGen.Generator.Tests.Layers;
using NetGen.Generator.Tests.Numeric;
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
