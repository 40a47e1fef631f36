using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Reference;

/// <summary>The interpreter against numbers worked out by hand, for every primitive operation.</summary>
public sealed class PrimitiveTests
{
    private const string Data = """
        %0 = input data "x" : float[*, 2, 3] "x"
        %1 = parameter "w" : float[2, 3] "w"

        """;

    // Two samples: 1 2 3 / 4 5 6 and -1 0 7 / 2 7 -3.
    private static readonly double[] X = [1, 2, 3, 4, 5, 6, -1, 0, 7, 2, 7, -3];
    private static readonly double[] W = [1, 0, -1, 2, 1, 0];

    [Theory]
    [InlineData("constant \"2.5\" : float[2]", new[] { 2.5, 2.5 })]
    [InlineData("iota 0 : float[2, 3]", new double[] { 0, 0, 0, 1, 1, 1 })]
    [InlineData("iota 1 : float[2, 3]", new double[] { 0, 1, 2, 0, 1, 2 })]
    [InlineData("contract \"*ij,oj->*io\" %0 %1 : float[*, 2, 2]", new double[] { -2, 4, -2, 13, -8, -2, 5, 11 })]
    [InlineData("contract \"*ij,*ik->jk\" %0 %0 : float[3, 3]", new double[] { 22, 36, 14, 36, 78, 15, 14, 15, 103 })]
    [InlineData("contract \"ij,ij->i\" %1 %1 : float[2]", new double[] { 2, 5 })]
    [InlineData("contract \"ij,kl->ljik\" %1 %1 : float[3, 3, 2, 2]", new double[] { 1, 2, 2, 4, 0, 0, 1, 2, -1, -2, 0, 0, 0, 1, 0, 2, 0, 0, 0, 1, 0, -1, 0, 0, -1, 0, -2, 0, 0, 0, -1, 0, 1, 0, 0, 0 })]
    [InlineData("map \"x0 * x1\" %0 %1 : float[*, 2, 3]", new double[] { 1, 0, -3, 8, 5, 0, -1, 0, -7, 4, 7, 0 })]
    [InlineData("map \"x0\" %1 : float[*, 2, 3]", new double[] { 1, 0, -1, 2, 1, 0, 1, 0, -1, 2, 1, 0 })]
    [InlineData("reduce sum [0] %0 : float[*, 1, 3]", new double[] { 5, 7, 9, 1, 7, 4 })]
    [InlineData("reduce sum [0, 1] samples %0 : float[1, 1]", new double[] { 33 })]
    [InlineData("reduce sum [] samples %0 : float[2, 3]", new double[] { 0, 2, 10, 6, 12, 3 })]
    [InlineData("reduce max [1] %0 : float[*, 2, 1]", new double[] { 3, 6, 7, 7 })]
    [InlineData("reduce max [0] samples %0 : float[1, 3]", new double[] { 4, 7, 7 })]
    [InlineData("argmax 0 %1 : float[1, 3]", new double[] { 1, 1, 1 })]
    [InlineData("argmax 1 %0 : float[*, 2, 1]", new double[] { 2, 2, 2, 1 })]
    [InlineData("reshape %0 : float[*, 6]", new double[] { 1, 2, 3, 4, 5, 6, -1, 0, 7, 2, 7, -3 })]
    [InlineData("transpose [1, 0] %0 : float[*, 3, 2]", new double[] { 1, 4, 2, 5, 3, 6, -1, 2, 0, 7, 7, -3 })]
    [InlineData("transpose [1, 0] %1 : float[3, 2]", new double[] { 1, 2, 0, 1, -1, 0 })]
    [InlineData("slice 1 1 2 %0 : float[*, 2, 2]", new double[] { 2, 3, 5, 6, 0, 7, 7, -3 })]
    [InlineData("slice 0 1 1 %1 : float[1, 3]", new double[] { 2, 1, 0 })]
    [InlineData("pad 0 1 0 %1 : float[3, 3]", new double[] { 0, 0, 0, 1, 0, -1, 2, 1, 0 })]
    [InlineData("pad 1 0 1 %0 : float[*, 2, 4]", new double[] { 1, 2, 3, 0, 4, 5, 6, 0, -1, 0, 7, 0, 2, 7, -3, 0 })]
    [InlineData("pad 0 1 0 \"-2.5\" %1 : float[3, 3]", new double[] { -2.5, -2.5, -2.5, 1, 0, -1, 2, 1, 0 })]
    [InlineData("unfold 1 [2, 2, 1, 1, 0] %1 : float[2, 2, 2]", new double[] { 1, 0, 0, -1, 2, 1, 1, 0 })]
    [InlineData("unfold 1 [2, 2, 1, -1, 1] %0 : float[*, 2, 2, 2]", new double[] { 2, 1, 3, 2, 5, 4, 6, 5, 0, -1, 7, 0, 7, 2, -3, 7 })]
    [InlineData("unfold 1 [1, 2, 1, 2, 0] %1 : float[2, 1, 2]", new double[] { 1, -1, 2, 0 })]
    [InlineData("fold 0 5 [2, 3, 1, 1, 1] %1 : float[5]", new double[] { 0, 1, 2, 0, 0 })]
    [InlineData("fold 0 5 [2, 3, 2, 1, 0] %0 : float[*, 5]", new double[] { 1, 2, 7, 5, 6, -1, 0, 9, 7, -3 })]
    [InlineData("concat 1 %1 %1 : float[2, 6]", new double[] { 1, 0, -1, 1, 0, -1, 2, 1, 0, 2, 1, 0 })]
    [InlineData("concat 0 %0 %1 : float[*, 4, 3]", new double[] { 1, 2, 3, 4, 5, 6, 1, 0, -1, 2, 1, 0, -1, 0, 7, 2, 7, -3, 1, 0, -1, 2, 1, 0 })]
    [InlineData("stop-gradient %1 : float[2, 3]", new double[] { 1, 0, -1, 2, 1, 0 })]
    [InlineData("relayout 1 %1 : float[2, 3]", new double[] { 1, 0, -1, 2, 1, 0 })]
    // 3 alone is the support of (1 2 3): τ = 2. Of (1 0 −1) it is 1 and 0, on the edge: τ = 0. Of (2 1 0): τ = 1.
    [InlineData("sparsemax-threshold %0 : float[*, 2, 1]", new double[] { 2, 5, 6, 6 })]
    [InlineData("sparsemax-threshold %1 : float[2, 1]", new double[] { 0, 1 })]
    [InlineData("random uniform 3 \"0\" : float[*, 2]", new double[] { 30, 31, 32, 33 })]
    public void OperationsDoWhatTheyAreDescribedToDo(string operation, double[] expected) =>
        Assert.Equal(expected, Value(Data + "%2 = " + operation + " \"value\"\n", operation));

    [Fact]
    public void BroadcastAlignsTheLastAxes()
    {
        const string text = """
            %0 = input data "x" : float[*, 2, 3] "x"
            %1 = parameter "w" : float[2, 3] "w"
            %2 = slice 0 1 1 %1 : float[1, 3] "row"
            %3 = reshape %2 : float[3] "row"
            %4 = reduce sum [1] %0 : float[*, 2, 1] "column"
            %5 = input sample-scale "s" : float[*] "s"
            %6 = map "x0 * x1 + x2" %3 %4 %5 : float[*, 2, 3] "value"

            """;
        Assert.Equal([12.5, 6.5, 0.5, 30.5, 15.5, 0.5, 11.75, 5.75, -0.25, 11.75, 5.75, -0.25], Value(text, "map"));
    }

    [Fact]
    public void AnEvenSparsemaxSharesEqually()
    {
        const string text = "%0 = constant \"0.5\" : float[3] \"c\"\n%1 = sparsemax-threshold %0 : float[1] \"value\"\n";
        Assert.Equal(0.5 - (1.0 / 3), Value(text, "threshold").Single(), precision: 15);
    }

    private static double[] Value(string text, string name)
    {
        var graph = GraphText.Parse(text);
        GraphVerifier.Verify(graph);

        // Whatever its type may be, the value is looked at as the result of an unchecked graph.
        graph.AddResult(name, ResultRole.Output, graph.Values[^1]);
        var inputs = new Dictionary<(string, InputRole), double[]> { [("x", InputRole.Data)] = X, [("s", InputRole.SampleScale)] = [0.5, -0.25] };
        var results = ReferenceInterpreter.Run(graph, 2, new Dictionary<string, double[]> { ["w"] = W }, inputs, new CountingNumbers());
        return results[(name, ResultRole.Output)];
    }

    /// <summary>Numbers that show their stream and place.</summary>
    private sealed class CountingNumbers : IRandomNumbers
    {
        public double[] Draw(RandomOperation operation, int samples, int elementsPerSample) =>
            Enumerable.Range(0, samples * elementsPerSample).Select(place => (10.0 * operation.Stream) + place).ToArray();
    }
}
