using System;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Infrastructure;
using Xunit;

namespace NetGen.Generator.Tests.Graph;

/// <summary>For each rule a graph that breaks it and no other.</summary>
public sealed class GraphVerifierTests
{
    private const string Data = "%0 = input data \"a\" : float[*, 2, 3] \"a\"\n%1 = parameter \"w\" : float[4, 3] \"w\"\n";

    [Theory]
    // Leaves
    [InlineData("parameter \"v\" : float[*, 3]", "the rule gives float[3]")]
    [InlineData("parameter \"v\" : int[3]", "the rule gives float[3]")]
    [InlineData("parameter \"v\" %1 : float[3]", "takes 0 operands, not 1")]
    [InlineData("parameter \"w\" : float[3, 4]", "has two types")]
    [InlineData("input data \"a\" : float[*, 3]", "has two types")]
    [InlineData("input data \"b\" : float[3]", "an input has a sample axis")]
    [InlineData("input data \"b\" : int[*]", "only a class index is an integer")]
    [InlineData("input target \"b\" : int[*, 2]", "only a class index is an integer")]
    [InlineData("input sample-scale \"b\" : float[*, 1]", "a sample scale is one number")]
    [InlineData("constant \"1\" : float[*, 3]", "the rule gives float[3]")]
    [InlineData("iota 1 : float[3]", "axis 1 is not one of [3]")]
    [InlineData("iota 0 : float[*, 3]", "the rule gives float[3]")]
    [InlineData("random normal 0 \"0\" : float[3]", "the rule gives float[*, 3]")]
    [InlineData("random normal -1 \"0\" : float[*, 3]", "has a negative stream")]
    [InlineData("random bernoulli 0 \"1.5\" : float[*, 3]", "has no probability")]
    [InlineData("random bernoulli 0 \"nan\" : float[*, 3]", "has no probability")]
    // Shapes
    [InlineData("parameter \"v\" : float[3, 0]", "has a size that is not positive")]
    [InlineData("parameter \"v\" : float[65536, 65536]", "has more than 268435456 elements")]
    // Contractions
    [InlineData("contract \"*ij,oj->*io\" %0 : float[*, 2, 4]", "takes 2 operands, not 1")]
    [InlineData("contract \"*ij,oj->*io\" %0 %1 : float[*, 2, 5]", "the rule gives float[*, 2, 4]")]
    [InlineData("contract \"*jj,oj->*o\" %0 %1 : float[*, 4]", "a label occurs twice in '*jj'")]
    [InlineData("contract \"*ij,oj->io*\" %0 %1 : float[*, 2, 4]", "the sample axis comes first, not as in 'io*'")]
    [InlineData("contract \"*i1,o1->*io\" %0 %1 : float[*, 2, 4]", "has a label that is not a letter")]
    [InlineData("contract \"*ij,oj->*iox\" %0 %1 : float[*, 2, 4, 1]", "the label 'x' comes from no operand")]
    [InlineData("contract \"*ij,oj->*o\" %0 %1 : float[*, 4]", "The label 'i' of *ij,oj->*o occurs once.")]
    [InlineData("contract \"*ij,oj->io\" %0 %1 : float[2, 4]", "The label '*' of *ij,oj->io occurs once.")]
    [InlineData("contract \"ij,oj->io\" %0 %1 : float[2, 4]", "The labels 'ij' do not fit float[*, 2, 3].")]
    [InlineData("contract \"*ij,jo->*io\" %0 %1 : float[*, 2, 3]", "The label 'j' stands for 3 and for 4.")]
    // Maps
    [InlineData("map \"1\" : float[3]", "takes at least one operand")]
    [InlineData("map \"x0\" %0 : int[*, 2, 3]", "gives floats")]
    [InlineData("map \"x0\" %0 : float[2, 3]", "float[*, 2, 3] does not broadcast to float[2, 3]")]
    [InlineData("map \"x0 + x1\" %0 %1 : float[*, 2, 3]", "float[4, 3] does not broadcast to float[*, 2, 3]")]
    [InlineData("map \"x0\" %0 : float[*, 3]", "float[*, 2, 3] does not broadcast to float[*, 3]")]
    [InlineData("map \"x0 + x1\" %0 : float[*, 2, 3]", "names an operand that it has not")]
    [InlineData("map \"pow(x0, x0)\" %0 : float[*, 2, 3]", "an exponent that is not constant")]
    // Reductions
    [InlineData("reduce sum [0] %0 %0 : float[*, 1, 3]", "takes 1 operands, not 2")]
    [InlineData("reduce sum [1, 0] %0 : float[*, 1, 1]", "its axes do not ascend")]
    [InlineData("reduce sum [0, 0] %0 : float[*, 1, 3]", "its axes do not ascend")]
    [InlineData("reduce sum [2] %0 : float[*, 2, 3]", "axis 2 is not one of [2, 3]")]
    [InlineData("reduce sum [0] samples %1 : float[1, 3]", "reduces over a sample axis that there is not")]
    [InlineData("reduce sum [0] %0 : float[*, 3]", "the rule gives float[*, 1, 3]")]
    [InlineData("reduce sum [0] samples %0 : float[*, 1, 3]", "the rule gives float[1, 3]")]
    [InlineData("argmax -1 %0 : float[*, 2, 1]", "axis -1 is not one of [2, 3]")]
    [InlineData("argmax 1 %0 : float[*, 1, 3]", "the rule gives float[*, 2, 1]")]
    [InlineData("argmax 1 %0 : int[*, 2, 1]", "the rule gives float[*, 2, 1]")]
    [InlineData("sparsemax-threshold %0 : float[*, 1, 3]", "the rule gives float[*, 2, 1]")]
    // Movements
    [InlineData("reshape %0 : float[*, 5]", "has another number of elements than [2, 3]")]
    [InlineData("reshape %0 : float[6]", "the rule gives float[*, 6]")]
    [InlineData("reshape %0 : int[*, 6]", "the rule gives float[*, 6]")]
    [InlineData("reshape : float[*, 6]", "takes 1 operands, not 0")]
    [InlineData("transpose [1, 1] %0 : float[*, 3, 3]", "[1, 1] is no permutation of the axes of [2, 3]")]
    [InlineData("transpose [0] %0 : float[*, 2]", "[0] is no permutation of the axes of [2, 3]")]
    [InlineData("transpose [1, 0] %0 : float[*, 2, 3]", "the rule gives float[*, 3, 2]")]
    [InlineData("slice 2 0 1 %0 : float[*, 2, 3]", "axis 2 is not one of [2, 3]")]
    [InlineData("slice 1 -1 2 %0 : float[*, 2, 2]", "leaves axis 1 of [2, 3]")]
    [InlineData("slice 1 0 0 %0 : float[*, 2, 1]", "leaves axis 1 of [2, 3]")]
    [InlineData("slice 1 2 2 %0 : float[*, 2, 2]", "leaves axis 1 of [2, 3]")]
    [InlineData("slice 1 2 2147483647 %0 : float[*, 2, 1]", "leaves axis 1 of [2, 3]")]
    [InlineData("slice 1 1 2 %0 : float[*, 2, 3]", "the rule gives float[*, 2, 2]")]
    [InlineData("pad 2 0 1 %0 : float[*, 2, 3]", "axis 2 is not one of [2, 3]")]
    [InlineData("pad 1 -1 1 %0 : float[*, 2, 3]", "cannot pad by -1 and 1")]
    [InlineData("pad 1 2147483647 1 %0 : float[*, 2, 3]", "cannot pad by 2147483647 and 1")]
    [InlineData("pad 1 1 1 %0 : float[*, 2, 4]", "the rule gives float[*, 2, 5]")]
    [InlineData("stop-gradient %0 : float[*, 3, 2]", "the rule gives float[*, 2, 3]")]
    [InlineData("relayout 2 %0 : float[*, 2, 3]", "lane axis 2 is not one of [2, 3]")]
    [InlineData("relayout -2 %0 : float[*, 2, 3]", "lane axis -2 is not one of [2, 3]")]
    [InlineData("relayout 1 %0 : float[2, 3]", "the rule gives float[*, 2, 3]")]
    [InlineData("concat 0 : float[3]", "takes at least one operand")]
    [InlineData("concat 2 %0 : float[*, 2, 3]", "axis 2 is not one of [2, 3]")]
    [InlineData("concat 1 %0 %1 : float[*, 2, 6]", "float[4, 3] does not join float[*, 2, 3]")]
    [InlineData("concat 0 %0 %1 : float[*, 5, 3]", "the rule gives float[*, 6, 3]")]
    public void EveryRuleOfAnOperationIsChecked(string operation, string reason) =>
        AssertInvalid($"{Data}%2 = {operation} \"bad\"", reason);

    [Theory]
    [InlineData("contract \"*i,*j->*ij\" %3 %4 : float[*, 1, 1]", "the operand %3 is not of floats")]
    [InlineData("reduce sum [0] %3 : float[*, 1]", "the operand %3 is not of floats")]
    [InlineData("argmax 0 %3 : float[*, 1]", "the operand %3 is not of floats")]
    [InlineData("sparsemax-threshold %3 : float[*, 1]", "the operand %3 is not of floats")]
    [InlineData("concat 0 %4 %3 : float[*, 2]", "int[*, 1] does not join float[*, 1]")]
    public void IntegersAreOnlyMappedAndMoved(string operation, string reason)
    {
        var values = Data + """
            %2 = input target "t" : int[*] "t"
            %3 = reshape %2 : int[*, 1] "t"
            %4 = map "x0" %3 : float[*, 1] "f"

            """;
        AssertValid(values);
        AssertInvalid($"{values}%5 = {operation} \"bad\"", reason);
    }

    [Theory]
    [InlineData("return output \"o\" %1", "the result 'o' has no sample axis")]
    [InlineData("return prediction \"o\" %1", "the result 'o' has no sample axis")]
    [InlineData("return output \"o\" %2", "the result 'o' is not of floats")]
    [InlineData("return output \"o\" %0\nreturn output \"o\" %0", "There are 2 results Output 'o'.")]
    [InlineData("return output \"g\" %0", "OutputGradient g is float[*, 5], what belongs to it is not")]
    [InlineData("return loss \"l\" %3", "the loss 'l' is not one number")]
    [InlineData("return loss \"l\" %1", "the loss 'l' is not one number")]
    [InlineData("return loss \"l\" %4\nreturn loss \"k\" %4", "There are 2 losses")]
    [InlineData("return parameter-gradient \"w\" %0", "the ParameterGradient of 'w' has a sample axis")]
    [InlineData("return parameter-gradient \"w\" %4", "parameter w is float[4, 3], what belongs to it is not")]
    [InlineData("return input-gradient \"a\" %1", "the gradient of 'a' has no sample axis")]
    [InlineData("return input-gradient \"a\" %3", "Data a is float[*, 2, 3], what belongs to it is not")]
    public void EveryRuleOfAResultIsChecked(string result, string reason)
    {
        var values = Data + """
            %2 = input target "t" : int[*] "t"
            %3 = input sample-scale "s" : float[*] "s"
            %4 = reduce sum [] samples %3 : float[] "l"
            %5 = input output-gradient "g" : float[*, 5] "g"

            """;
        AssertValid(values + "return output \"o\" %0\nreturn prediction \"o\" %0\nreturn loss \"l\" %4\nreturn parameter-gradient \"w\" %1\nreturn input-gradient \"a\" %0");
        AssertInvalid(values + result, reason);
    }

    [Fact]
    public void AColumnIsOfIntegersOrOfFloats() =>
        AssertInvalid(Data + "%2 = input target \"t\" : int[*] \"t\"\n%3 = input target \"t\" : float[*] \"t\"\n", "has two types");

    [Fact]
    public void OperandsComeBefore()
    {
        var graph = GraphText.Parse(Data);
        var first = graph.Values[0];
        var other = GraphText.Parse(Data);
        graph.Add(new StopGradientOperation(), [other.Values[0]], first.Type, "foreign");
        AssertInvalid(graph, "uses a %0 of another graph");

        graph = GraphText.Parse(Data);
        var late = other.Add(new StopGradientOperation(), [other.Values[0]], first.Type, "late");
        graph.Add(new StopGradientOperation(), [late], first.Type, "early");
        AssertInvalid(graph, "uses %2, which does not come before it");
    }

    [Fact]
    public void ResultsAreOfTheGraph()
    {
        var graph = GraphText.Parse(Data);
        graph.AddResult("o", ResultRole.Output, GraphText.Parse(Data).Values[0]);
        AssertInvalid(graph, "the result 'o' is of another graph");
    }

    [Fact]
    public void TheSparsemaxThresholdNeedsAnAxis()
    {
        var graph = GraphText.Parse("%0 = input data \"a\" : float[*] \"a\"");
        graph.Add(new SparsemaxThresholdOperation(), [graph.Values[0]], graph.Values[0].Type, "bad");
        AssertInvalid(graph, "axis -1 is not one of []");
    }

    [Fact]
    public void TheBuilderMakesValidGraphs()
    {
        var builder = new GraphBuilder(new ComputationGraph());
        var x = builder.Input("x", InputRole.Data, Generator.Graph.TensorType.PerSample(new Shape(4, 6)));
        var moved = builder.Pad(builder.Slice(builder.Transpose(x, 1, 0), 0, 1, 3), 1, 2, 0);
        var joined = builder.Concat(0, moved, moved);
        var random = builder.Random(RandomKind.Uniform, 3, 0, joined.Shape);
        var sum = builder.Map(new Operand(0) * new Operand(1), joined, random);
        builder.Graph.AddResult("y", ResultRole.Output, builder.Map(new Operand(0), builder.ArgMax(sum, 0)));
        builder.Add(new ReduceOperation(Reduction.Maximum, new EquatableArray<int>([0, 1]), true), Generator.Graph.TensorType.Shared(new Shape(1, 1)), sum);
        GraphVerifier.Verify(builder.Graph);
    }

    /// <summary>Layers name what has a sample axis first; own methods and later layers need not.</summary>
    [Fact]
    public void AMapHasTheSampleAxisOfAnyOperand()
    {
        var graph = GraphText.Parse(Data);
        var sum = new GraphBuilder(graph).Map(new Operand(0) * new Operand(1), graph.Values[1], new GraphBuilder(graph).Slice(graph.Values[0], 0, 0, 1));
        Assert.Equal("float[*, 4, 3]", sum.Type.ToString());
        GraphVerifier.Verify(graph);
    }

    private static void AssertValid(string text) => GraphVerifier.Verify(GraphText.Parse(text));

    private static void AssertInvalid(string text, string reason) => AssertInvalid(GraphText.Parse(text), reason);

    private static void AssertInvalid(ComputationGraph graph, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidGraphException>(() => GraphVerifier.Verify(graph)).Message, StringComparison.Ordinal);
}
