using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Planning;

/// <summary>The graph of a prediction of one sample.</summary>
public sealed class OneSampleGraphTests
{
    [Fact]
    public void NoValueHasASampleAxis()
    {
        var model = Model(Input(3), Dense(4), Layer("Tanh"), Dense(2), Layer("Softmax"));
        var graph = OneSampleGraph.Of(model.Prediction)!;

        Assert.DoesNotContain(graph.Values, value => value.Batched);
        Assert.Equal(model.Prediction.Values.Select(value => value.Shape), graph.Values.Select(value => value.Shape));
        Assert.Equal(["i,oi->o", "i,oi->o"], graph.Values.Select(value => value.Operation).OfType<ContractOperation>().Select(contract => contract.Specification));
    }

    [Theory]
    [InlineData("%1 = reduce sum [] samples %0 : float[3] \"sum\"")]
    [InlineData("%1 = contract \"*i,*i->i\" %0 %0 : float[3] \"squares\"")]
    [InlineData("%1 = random uniform 16 \"0\" : float[*, 3] \"noise\"")]
    public void WhatDependsOnOtherSamplesOrIsDrawnHasNone(string operation)
    {
        var graph = GraphText.Parse($"""
            %0 = input data "x" : float[*, 3] "x"
            {operation}
            return output "y" %1

            """);

        Assert.Null(OneSampleGraph.Of(graph));
    }

    /// <summary>Large convolutions are the same code for one sample; narrow ones are in the lanes for a batch, and dense layers become products with a vector.</summary>
    [Theory]
    [InlineData(40, 32, 10, false)]
    [InlineData(20, 32, 10, true)]
    [InlineData(40, 6, 10, true)]
    [InlineData(40, 32, 2000, true)]
    public void PaysWhereItIsOtherCode(int size, int channels, int units, bool pays)
    {
        var plan = NetworkPlan.Of(Model(Input(3, size, size), Layer("Conv2D", ("filters", channels), ("kernel", new[] { 3 })), Layer("Conv2D", ("filters", channels), ("kernel", new[] { 3 })),
            Layer("MaxPool2D", ("kernel", new[] { 6 })), Layer("Flatten"), Dense(units)));

        Assert.Equal(pays, plan.Sample is not null);
        Assert.True(plan.SamplesAreApart);
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(2000, false)]
    public void ALittleMemoryLiesOnTheStack(int units, bool isOnStack)
    {
        var plan = NetworkPlan.Of(Model(Input(3), Dense(units), Layer("Tanh"), Dense(2)));

        Assert.Equal(isOnStack, plan.Sample!.FitsStack);
        Assert.Equal(0, plan.Sample.Lengths.PerSample);
        Assert.False(plan.Prediction.FitsStack);
    }
}
