using System;
using System.IO;
using System.Linq;
using System.Reflection;
using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using NetGen.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>
/// The kernel of a contraction in which both operands have the last axis of the result. No layer there is needs it; the graph
/// allows it.
/// </summary>
public sealed class PlainContractionTests
{
    private const int Samples = 3, Rows = 2, Columns = 5;

    private static readonly ComputationGraph s_graph = GraphText.Parse("""
        %0 = input data "x" : float[*, 2, 5] "x"
        %1 = input data "y" : float[*, 2, 5] "y"
        %2 = contract "*io,*io->*o" %0 %1 : float[*, 5] "z"
        return output "z" %2

        """);

    [Fact]
    public void SumsProductsOfEachSample()
    {
        var plan = ProgramPlanner.Plan(s_graph, ParameterPlan.Of(Declare.Model(Declare.Input(2), Declare.Dense(1))));
        var kernel = Assert.Single(plan.Kernels);
        var stride = plan.StorageOf(kernel.Result).SampleStride;
        Assert.Equal(Blocks.Size, stride);

        var x = Enumerable.Range(1, Samples * Rows * Columns).Select(i => (float)i).ToArray();
        var y = x.Select(number => 100 - (3 * number)).ToArray();
        var z = new float[Samples * stride];
        Compile(kernel, plan)(x, y, z, Samples);

        for (var n = 0; n < Samples; n++)
        {
            var expected = Enumerable.Range(0, Columns).Select(o => Enumerable.Range(0, Rows)
                .Select(i => (((n * Rows) + i) * Columns) + o).Sum(place => x[place] * y[place]));
            Assert.Equal(expected, z.AsSpan(n * stride, Columns).ToArray());
        }
    }

    private static Action<float[], float[], float[], int> Compile(Kernel kernel, ProgramPlan plan)
    {
        var library = new KernelLibrary(VectorType.Float, new NameScope());
        var (method, _) = library.Add(kernel, plan);
        using var image = new MemoryStream();
        var result = TestCompilation.Create($$"""
            using System; using System.Numerics; using System.Runtime.CompilerServices; using NetGen.Numerics;
            public static class Kernels
            {
                public static void Run(float[] x, float[] y, float[] z, int samples) => {{method}}(ref x[0], ref y[0], ref z[0], samples);
            {{library.Text}}
            }
            """).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(image.ToArray()).GetType("Kernels")!.GetMethod("Run")!.CreateDelegate<Action<float[], float[], float[], int>>();
    }
}
