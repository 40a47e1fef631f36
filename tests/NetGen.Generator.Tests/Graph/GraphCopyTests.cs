using NetGen.Generator.Graph;
using Xunit;

namespace NetGen.Generator.Tests.Graph;

/// <summary>Copies of graphs, and what is one.</summary>
public sealed class GraphCopyTests
{
    private const string Text = """
        %0 = input data "x" : float[*, 2, 3] "x"
        %1 = parameter "w" : float[2, 3] "w"
        %2 = map "exp(x0) + x1" %0 %1 : float[*, 2, 3] "e"
        %3 = map "x0 * x1" %1 %2 : float[*, 2, 3] "p"
        return output "o" %3
        """;

    [Fact]
    public void ACopyHasTheSameValuesAndResults()
    {
        var graph = GraphText.Parse(Text);
        var copy = GraphCopy.Of(graph);

        Assert.NotSame(graph, copy);
        Assert.True(GraphCopy.IsOf(graph, copy));
        Assert.Equal(GraphText.Print(graph), GraphText.Print(copy));
    }

    [Theory]
    [InlineData("operation")]
    [InlineData("operands")]
    [InlineData("type")]
    [InlineData("label")]
    [InlineData("another value")]
    [InlineData("result's name")]
    [InlineData("result's role")]
    [InlineData("result's value")]
    [InlineData("another result")]
    public void WhatDiffersIsNoCopy(string what)
    {
        var graph = GraphText.Parse(Text);
        var last = graph.Values[^1];
        var other = GraphCopy.Rebuild(graph, [], (target, value, operands) => value != last
            ? target.Add(value.Operation, operands, value.Type, value.Label)
            : target.Add(
                what == "operation" ? target.Values[2].Operation : value.Operation,
                what == "operands" ? [operands[1], operands[0]] : operands,
                what == "type" ? value.Type with { Batched = false } : value.Type,
                what == "label" ? "q" : value.Label));
        if (what == "another value")
        {
            other.Add(last.Operation, [other.Values[1], other.Values[2]], last.Type, last.Label);
        }

        other.AddResult(
            what == "result's name" ? "p" : "o", what == "result's role" ? ResultRole.Prediction : ResultRole.Output, other.Values[what == "result's value" ? 2 : 3]);
        if (what == "another result")
        {
            other.AddResult("e", ResultRole.Output, other.Values[2]);
        }

        Assert.False(GraphCopy.IsOf(graph, other));
    }
}
