using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Tests.Layers;
using Xunit;

namespace NetGen.Generator.Tests.Graph;

public sealed class GraphTextTests
{
    public static TheoryData<string> Networks { get; } = new(SampleNetworks.All.Keys);

    [Theory]
    [MemberData(nameof(Networks))]
    public void GraphsOfNetworksAreValidAndComeBackFromText(string name)
    {
        var model = Declare.Model(SampleNetworks.All[name]);
        AssertComesBack(model.Prediction);
        AssertComesBack(model.Training);
    }

    [Fact]
    public void APlainNetworkReadsAsItIs()
    {
        const string expected = """
            %0 = input data "input" : float[*, 3] "input"
            %1 = parameter "dense1.weight" : float[2, 3] "dense1.weight"
            %2 = contract "*i,oi->*o" %0 %1 : float[*, 2] "dense1"
            %3 = parameter "dense1.bias" : float[2] "dense1.bias"
            %4 = map "x0 + x1" %2 %3 : float[*, 2] "dense1"
            %5 = map "max(x0, 0)" %4 : float[*, 2] "relu1"
            %6 = input target "target" : float[*, 2] "target"
            %7 = map "0.5 * ((x0 - x1) * (x0 - x1))" %5 %6 : float[*, 2] "squarederror1"
            %8 = reduce sum [0] %7 : float[*, 1] "squarederror1"
            %9 = reshape %8 : float[*] "squarederror1"
            %10 = input sample-scale "squarederror1" : float[*] "squarederror1"
            %11 = map "1 * (x0 * x1)" %9 %10 : float[*] "squarederror1"
            %12 = reduce sum [] samples %11 : float[] "squarederror1"
            return prediction "squarederror1" %5
            return loss "loss" %12
            return output "output" %5

            """;
        var model = Declare.Model(Declare.Input(3), Declare.Dense(2), Declare.Layer("ReLU"), Declare.Layer("SquaredError"));
        Assert.Equal(expected.ReplaceLineEndings("\n"), GraphText.Print(model.Prediction));
    }

    [Fact]
    public void EveryOperationAndEveryNumberComesBack()
    {
        const string text = """
            # Lines like this one and empty ones say nothing.

            %0 = input data "a" : float[*, 2, 3] "a \"quoted\" \\ label \u000a"
            %1 = input target "t" : int[*] "t"
            %2 = input sample-scale "s" : float[*] ""
            %3 = input output-gradient "g" : float[*, 1, 3] "g"
            %4 = constant "-0" : float[2, 1] "zero"
            %5 = constant "0.1" : float[] "tenth"
            %6 = constant "nan" : float[] "nan"
            %7 = constant "-inf" : float[] "lowest"
            %8 = constant "4.94065645841247E-324" : float[] "least"
            %9 = iota 1 : float[2, 3] "index"
            %10 = parameter "w" : float[4, 3] "w"
            %11 = contract "*ij,oj->*io" %0 %10 : float[*, 2, 4] "c"
            %12 = map "select(x0 > x1 && !(x0 == 2), -x0, pow(x0, 3))" %0 %4 : float[*, 2, 3] "m"
            %13 = reduce max [0, 1] %12 : float[*, 1, 1] "r"
            %14 = reduce sum [0] samples %12 : float[1, 3] "r"
            %15 = argmax 1 %12 : float[*, 2, 1] "i"
            %16 = reshape %12 : float[*, 3, 2] "v"
            %17 = transpose [1, 0] %16 : float[*, 2, 3] "t"
            %18 = slice 1 1 2 %17 : float[*, 2, 2] "s"
            %19 = concat 1 %18 %17 : float[*, 2, 5] "c"
            %20 = pad 0 1 2 %19 : float[*, 5, 5] "p"
            %21 = random uniform 3 "0" : float[*, 2] "u"
            %22 = random normal 17 "0" : float[*, 2] "n"
            %23 = random bernoulli 2147483647 "0.3" : float[*, 2] "b"
            %24 = stop-gradient %20 : float[*, 5, 5] "k"
            %25 = sparsemax-threshold %24 : float[*, 5, 1] "q"
            %26 = relayout 0 %25 : float[*, 5, 1] "l"
            %27 = relayout -1 %26 : float[*, 5, 1] "l"
            %28 = reduce sum [] samples %2 : float[] "l"
            %29 = pad 0 1 1 %0 : float[*, 4, 3] "a"
            %30 = group copies %0 : float[*/16, 2, 3, 16] "g"
            %31 = group zeros %0 : float[*/16, 2, 3, 16] "g"
            %32 = unfold 0 [2, 3, 1, 1, -1] clipped %30 : float[*/16, 2, 3, 3, 16] "w"
            %33 = parameter "v" : float[4, 3, 3] "v"
            %34 = contract "*ijks,ojk->*ois" %32 %33 : float[*/16, 4, 2, 16] "c"
            %35 = ungroup %34 : float[*, 4, 2] "c"
            %36 = contract "*ij,oj->*io" direct %0 %10 : float[*, 2, 4] "c"
            %37 = input data "x" : float[*, 6, 5, 16] "x"
            %38 = parameter "k" : float[32, 16, 3, 3] "k"
            %39 = winograd-weight [2, 3, 1, 0] %38 : float[4, 4, 16, 32] "k"
            %40 = winograd 1 0 %37 %39 : float[*, 3, 3, 32] "y"
            %41 = winograd-weight [3, 2, 0, 1] rows-backwards columns-backwards %38 : float[4, 4, 32, 16] "k"
            %42 = input output-gradient "y" : float[*, 4, 2, 32] "y"
            %43 = winograd-sums 0 1 %37 %42 : float[4, 16, 4, 4, 32] "k"
            %44 = winograd-windows [2, 3, 1, 0] columns-backwards %43 : float[32, 16, 3, 3] "k"
            return output "o" %27
            return loss "l" %28
            return prediction "p" %27
            return parameter-gradient "w" %10
            return input-gradient "a" %12
            """;
        var graph = GraphText.Parse(text);
        AssertComesBack(graph);
        var printed = GraphText.Print(graph).Split('\n');
        Assert.Equal(text.ReplaceLineEndings("\n").Split('\n')[2..], printed[..^1]);
        Assert.Equal("a \"quoted\" \\ label \n", graph.Values[0].Label);
        Assert.Equal(double.Epsilon, Assert.IsType<ConstantOperation>(graph.Values[8].Operation).Value);
    }

    [Theory]
    [InlineData("%1 = iota 0 : float[2] \"i\"", "Line 1: expected '%0'")]
    [InlineData("%0 = iota : float[2] \"i\"", "expected an integer")]
    [InlineData("%0 = iota 99999999999 : float[2] \"i\"", "expected an integer")]
    [InlineData("%0 = iota 0 : float[2]", "expected a quoted text")]
    [InlineData("%0 = iota 0 : float[2] \"i", "expected the end of the quoted text")]
    [InlineData("%0 = iota 0 : float[2] \"\\q\"", "expected an escape")]
    [InlineData("%0 = iota 0 : float[2] \"i\" more", "expected the end of the line")]
    [InlineData("%0 = iota 0 : float[2, x] \"i\"", "expected an integer")]
    [InlineData("%0 = iota 0 : float[2 3] \"i\"", "expected ','")]
    [InlineData("%0 = iota 0 : bool[2] \"i\"", "expected float or int")]
    [InlineData("%0 = iota 0 %0 : float[2] \"i\"", "expected a value that comes before")]
    [InlineData("%0 = iota 0 %-1 : float[2] \"i\"", "expected a value that comes before")]
    [InlineData("%0 = iota 0 float[2] \"i\"", "expected '%'")]
    [InlineData("%0 = dance : float[2] \"i\"", "expected an operation")]
    [InlineData("%0 = contract \"ab\" : float[2] \"i\"", "expected two operands and a result")]
    [InlineData("%0 = map \"x0 +\" : float[2] \"i\"", "expected an expression before")]
    [InlineData("%0 = constant \"x0\" : float[2] \"i\"", "expected a number before")]
    [InlineData("%0 = input water \"i\" : float[2] \"i\"", "expected data or target or sample-scale or output-gradient")]
    [InlineData("\n\nreturn joy \"o\" %0", "Line 3: expected output or loss")]
    [InlineData("return output \"o\" %0", "expected a value that comes before")]
    [InlineData("%0 = group nothing : float[*/16, 16] \"g\"", "expected zeros or copies")]
    [InlineData("%0 = parameter \"k\" : float[1] \"k\"\n%1 = winograd-weight [0, 1] %0 : float[4, 4, 1, 1] \"k\"", "expected the axes of rows, columns, channels and filters before")]
    [InlineData("nonsense", "expected 'return'")]
    public void TextThatIsNoGraphIsRefused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidGraphException>(() => GraphText.Parse(text)).Message, System.StringComparison.Ordinal);

    private static void AssertComesBack(ComputationGraph graph)
    {
        GraphVerifier.Verify(graph);
        var text = GraphText.Print(graph);
        var parsed = GraphText.Parse(text);
        GraphVerifier.Verify(parsed);
        Assert.Equal(text, GraphText.Print(parsed));
        Assert.Equal(graph.Values.Count, parsed.Values.Count);
        foreach (var (value, read) in graph.Values.Zip(parsed.Values))
        {
            Assert.Equal(value.Operation, read.Operation);
            Assert.Equal(value.Type, read.Type);
            Assert.Equal(value.Label, read.Label);
            Assert.Equal(value.Operands.Select(operand => operand.Id), read.Operands.Select(operand => operand.Id));
        }

        Assert.Equal(
            graph.Results.Select(result => (result.Name, result.Role, result.Value.Id)),
            parsed.Results.Select(result => (result.Name, result.Role, result.Value.Id)));
    }
}
