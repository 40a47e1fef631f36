using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using NetGen.Testing;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>Kernels that layers need in special cases only, or not at all, compiled alone and compared with the interpreter.</summary>
public sealed class SingleKernelTests
{
    private const int Samples = 3;

    private static readonly float[] s_x = [.. Enumerable.Range(1, Samples * 2 * 5).Select(i => (float)i)];
    private static readonly float[] s_y = [.. s_x.Select(number => 100 - (3 * number))];

    [Theory]
    [InlineData("contract \"*io,*io->*o\" %0 %1 : float[*, 5]")]
    [InlineData("pad 0 1 2 %0 : float[*, 5, 5]")]
    [InlineData("pad 1 2 1 %0 : float[*, 2, 8]")]
    [InlineData("slice 0 1 1 %0 : float[*, 1, 5]")]
    [InlineData("slice 1 1 3 %0 : float[*, 2, 3]")]
    [InlineData("concat 0 %0 %1 : float[*, 4, 5]")]
    public void GivesWhatTheInterpreterGives(string operation) => Check($"%2 = {operation} \"z\"\nreturn output \"z\" %2\n");

    /// <summary>What reads windows reads the memory that they are windows of, with its strides.</summary>
    [Theory]
    [InlineData("pad 2 1 2 \"0.5\" %2 : float[*, 2, 2, 6]")]
    [InlineData("slice 1 1 1 %2 : float[*, 2, 1, 3]")]
    [InlineData("concat 1 %2 %2 : float[*, 2, 4, 3]")]
    [InlineData("transpose [2, 0, 1] %2 : float[*, 3, 2, 2]")]
    [InlineData("reshape %2 : float[*, 12]")]
    [InlineData("map \"x0 * 2\" %2 : float[*, 2, 2, 3]")]
    [InlineData("reduce sum [1] %2 : float[*, 2, 1, 3]")]
    [InlineData("reduce max [2] %2 : float[*, 2, 2, 1]")]
    [InlineData("argmax 1 %2 : float[*, 2, 1, 3]")]
    [InlineData("argmax 2 %2 : float[*, 2, 2, 1]")]
    [InlineData("fold 1 7 [2, 3, 3, 1, 0] %2 : float[*, 2, 7]")]
    [InlineData("fold 0 7 [2, 2, 3, 2, 1] %2 : float[*, 7, 3]")]
    public void GivesWhatTheInterpreterGivesOfWindows(string operation) =>
        Check($"%2 = unfold 1 [2, 3, 1, -1, 2] %0 : float[*, 2, 2, 3] \"w\"\n%3 = {operation} \"z\"\nreturn output \"z\" %3\n");

    /// <summary>Padding along two axes, as that of images is, goes over the memory once, inner padding first.</summary>
    [Theory]
    [InlineData("pad 0 1 2 %0 : float[*, 5, 5]", "pad 1 2 1 %2 : float[*, 5, 8]")]
    [InlineData("pad 1 2 1 %0 : float[*, 2, 8]", "pad 0 1 2 %2 : float[*, 5, 8]")]
    [InlineData("pad 1 0 3 %0 : float[*, 2, 8]", "pad 0 4 0 %2 : float[*, 6, 8]")]
    [InlineData("pad 1 1 2 \"0.5\" %0 : float[*, 2, 8]", "pad 1 3 1 \"0.5\" %2 : float[*, 2, 12]")]
    [InlineData("unfold 1 [2, 3, 1, -1, 2] %0 : float[*, 2, 2, 3]", "pad 2 1 2 \"0.5\" %2 : float[*, 2, 2, 6]", "pad 0 2 1 \"0.5\" %3 : float[*, 5, 2, 6]")]
    public void PaddingAlongTwoAxesIsOneKernel(params string[] operations) => Check(
        string.Concat(operations.Select((operation, i) => $"%{i + 2} = {operation} \"z\"\n")) + $"return output \"z\" %{operations.Length + 1}\n");

    [Theory]
    [InlineData("pad 1 2 1 \"0.5\" %1 : float[*, 5, 8]", "")]
    [InlineData("pad 1 2 1 %1 : float[*, 5, 8]", "return output \"inner\" %1\n")]
    public void PaddingWithOtherNumbersOrReadBetweenIsAKernelOfItsOwn(string outer, string result)
    {
        var graph = GraphText.Parse($"""
            %0 = input data "x" : float[*, 2, 5] "x"
            %1 = pad 0 1 2 %0 : float[*, 5, 5] "p"
            %2 = {outer} "z"
            return output "z" %2
            {result}
            """);
        GraphVerifier.Verify(graph);
        var plan = ProgramPlanner.Plan(graph, ParameterPlan.Of(Declare.Model(Declare.Input(2), Declare.Dense(1))), new ProgramForm());
        Assert.Equal(2, plan.Kernels.Count);
        Assert.All(plan.Kernels, kernel => Assert.Null(Assert.IsType<CopyKernel>(kernel).Inner));
    }

    private static void Check(string operations)
    {
        var graph = GraphText.Parse($"""
            %0 = input data "x" : float[*, 2, 5] "x"
            %1 = input data "y" : float[*, 2, 5] "y"
            {operations}
            """);
        GraphVerifier.Verify(graph);
        var inputs = new Dictionary<(string, InputRole), double[]>
        {
            [("x", InputRole.Data)] = [.. s_x.Select(number => (double)number)],
            [("y", InputRole.Data)] = [.. s_y.Select(number => (double)number)],
        };
        var expected = ReferenceInterpreter.Run(graph, Samples, new Dictionary<string, double[]>(), inputs)[("z", ResultRole.Output)];

        var plan = ProgramPlanner.Plan(graph, ParameterPlan.Of(Declare.Model(Declare.Input(2), Declare.Dense(1))), new ProgramForm());
        var kernel = Assert.Single(plan.Kernels);
        var stride = plan.StorageOf(kernel.Result).SampleStride;
        var result = Enumerable.Repeat(float.NaN, Samples * stride).ToArray();
        Compile(kernel, plan)(s_x, s_y, result, Samples);

        var count = (int)kernel.Result.Shape.Count;
        Assert.Equal(expected, Enumerable.Range(0, Samples).SelectMany(n => result.Skip(n * stride).Take(count)).Select(number => (double)number));
    }

    /// <summary>A weight of two panels, the second of which is not full, as a kernel reads it that wants it in row-major order.</summary>
    [Fact]
    public void AWeightOfSeveralPanelsIsLaidOutInRows()
    {
        var plan = ProgramPlanner.Plan(
            GraphText.Parse("""
                %0 = parameter "dense1.weight" : float[20, 5] "weight"
                %1 = map "x0 + 1" %0 : float[20, 5] "z"
                return output "z" %1

                """),
            ParameterPlan.Of(Declare.Model(Declare.Input(5), Declare.Dense(20))),
            new ProgramForm());
        var kernel = Assert.Single(plan.Kernels.OfType<CopyKernel>());
        Assert.Equal((0, -1), (plan.StorageOf(kernel.Reads[0]).Layout.LaneAxis, plan.StorageOf(kernel.Result).Layout.LaneAxis));

        var place = new ParameterSegment("weight", [20, 5], 0, 0, new Initializer(Init.Zeros, 1, 1, 1));
        var (panels, rows) = (new float[place.Length], new float[place.Length]);
        for (var i = 0; i < place.Count; i++)
        {
            panels[place.Locate(i)] = i;
        }

        Compile(kernel, plan)(panels, [], rows, 0);
        Assert.Equal(Enumerable.Range(0, place.Count).Select(i => (float)i), rows.Take(place.Count));
    }

    private static Action<float[], float[], float[], int> Compile(Kernel kernel, ProgramPlan plan)
    {
        var library = new KernelLibrary(VectorType.Float, new NameScope());
        var (method, text) = library.Add(kernel, plan);
        var references = text.Parameters.Select(parameter => $"ref {(Aliases.Root(parameter.Value).Operation is InputOperation input ? input.Name : parameter.Value.Operation is ParameterOperation ? "x" : "z")}[{Aliases.Offset(parameter.Value)}]");
        var arguments = string.Join(", ", text.NeedsSamples ? references.Append("samples") : references);
        using var image = new MemoryStream();
        var compiled = TestCompilation.Create($$"""
            using System; using System.Numerics; using System.Runtime.CompilerServices; using System.Runtime.InteropServices; using NetGen.Numerics;
            public static class Kernels
            {
                public static void Run(float[] x, float[] y, float[] z, int samples) => {{method}}({{arguments}});
            {{library.Text}}
            }
            """).Emit(image);
        Assert.True(compiled.Success, string.Join('\n', compiled.Diagnostics));
        return Assembly.Load(image.ToArray()).GetType("Kernels")!.GetMethod("Run")!.CreateDelegate<Action<float[], float[], float[], int>>();
    }
}
