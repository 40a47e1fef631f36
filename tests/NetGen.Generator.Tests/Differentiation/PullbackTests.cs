using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Tests.Numeric;
using NetGen.Generator.Tests.Reference;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Differentiation;

/// <summary>
/// The rule of each primitive against central differences, both by the interpreter. Layers use some primitives in special
/// cases only, as the transposition of two axes, which is its own inverse.
/// </summary>
public sealed class PullbackTests
{
    private const double Tolerance = 1e-8;

    private const string Leaves = """
        %0 = parameter "x" : float[2, 3, 4] "x"
        %1 = parameter "y" : float[3, 1] "y"
        %2 = parameter "z" : float[2, 4, 3] "z"

        """;

    [Theory]
    [InlineData("transpose [1, 2, 0] %0 : float[3, 4, 2]")]
    [InlineData("transpose [2, 0, 1] %0 : float[4, 2, 3]")]
    [InlineData("transpose [0, 2, 1] %0 : float[2, 4, 3]")]
    [InlineData("slice 2 1 2 %0 : float[2, 3, 2]")]
    [InlineData("slice 1 2 1 %0 : float[2, 1, 4]")]
    [InlineData("pad 1 2 1 %0 : float[2, 6, 4]")]
    [InlineData("concat 1 %0 %0 : float[2, 6, 4]")]
    [InlineData("reshape %0 : float[6, 4]")]
    [InlineData("map \"x0 * x1 + x1\" %0 %1 : float[2, 3, 4]")]
    [InlineData("map \"x0 * x0 * x1\" %1 %0 : float[2, 3, 4]")]
    [InlineData("map \"x0 * x1\" %0 %0 : float[2, 3, 4]")]
    [InlineData("contract \"aij,aji->ij\" %0 %2 : float[3, 4]")]
    [InlineData("contract \"aij,bjk->kabi\" %0 %2 : float[3, 2, 2, 3]")]
    [InlineData("contract \"aij,aij->a\" %0 %0 : float[2]")]
    [InlineData("reduce sum [0, 2] %0 : float[1, 3, 1]")]
    [InlineData("reduce max [1] %0 : float[2, 1, 4]")]
    [InlineData("sparsemax-threshold %0 : float[2, 3, 1]")]
    public void IsTheSlope(string operation)
    {
        var graph = GraphText.Parse(Leaves + "%3 = " + operation + " \"value\"\n");
        var value = graph.Values[^1];
        var builder = new GraphBuilder(graph);
        var upstream = builder.Parameter("upstream", value.Shape);
        var wanted = graph.Values.Take(3).Where(value.Operands.Contains).ToArray();
        foreach (var (leaf, gradient) in ReverseMode.Differentiate(builder, [(value, upstream)], wanted))
        {
            Assert.Equal(leaf.Type, gradient.Type);
            graph.AddResult(((ParameterOperation)leaf.Operation).Name, ResultRole.ParameterGradient, gradient);
        }

        GraphVerifier.Verify(graph);
        graph.AddResult("value", ResultRole.Output, value);
        CheckSlopes(graph, value, wanted.Select(leaf => ((ParameterOperation)leaf.Operation).Name));
    }

    private static void CheckSlopes(ComputationGraph graph, Value value, IEnumerable<string> wanted)
    {
        var random = new Random(1);
        var numbers = graph.Values.Where(leaf => leaf.Operation is ParameterOperation).ToDictionary(
            leaf => ((ParameterOperation)leaf.Operation).Name,
            leaf => Enumerable.Range(0, (int)leaf.Shape.Count).Select(_ => (2 * random.NextDouble()) - 1).ToArray());
        Assert.Equal(value.Shape.Count, numbers["upstream"].Length);
        var gradients = Run();
        foreach (var name in wanted)
        {
            var original = numbers[name];
            numbers[name] = [.. original];
            var slopes = CentralDifferences.Gradient(
                original, (i, number) => numbers[name][i] = number, () => Run()[("value", ResultRole.Output)], numbers["upstream"]);
            Agreement.Check(slopes!, gradients[(name, ResultRole.ParameterGradient)], Tolerance, name);
        }

        IReadOnlyDictionary<(string Name, ResultRole Role), double[]> Run() =>
            ReferenceInterpreter.Run(graph, samples: 1, numbers, new Dictionary<(string, InputRole), double[]>());
    }
}
