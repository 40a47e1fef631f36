using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Declarations;
using NetGen.Generator.Layers;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Reference;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing;
using NetGen.Testing.Numbers;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>
/// Networks in Winograd's form agree with the same networks summed as they stand: images of several blocks of tiles, with rows and columns that leave a part of a tile and of a
/// block, which are too large for the reference interpreter.
/// </summary>
[Trait("Category", "Numeric")]
public sealed class WinogradAgreementTests
{
    /// <summary>Rounding of doubles, some hundred times over: 36·(64 + 14)·2⁻⁵³ is 3.1e-13 for each of three layers.</summary>
    private const double Tolerance = 1e-12;

    private static readonly (int Height, int Width)[] s_images = [(13, 5), (10, 9), (6, 34), (35, 6), (14, 14)];

    private static readonly Lazy<(Compilation Compilation, Assembly Assembly)> s_build = new(Compile);

    public static TheoryData<int, int> Images
    {
        get
        {
            var images = new TheoryData<int, int>();
            foreach (var (height, width) in s_images)
            {
                images.Add(height, width);
            }

            return images;
        }
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void TheFormGivesWhatTheSumGives(int height, int width)
    {
        foreach (var samples in new[] { 1, 3 })
        {
            var numbers = new TestNumbers(Model(Name(height, width, isDirect: true)), samples, seed: 3, weighted: false);
            var (expected, actual) = (Results(Run(Name(height, width, isDirect: true), numbers)), Results(Run(Name(height, width, isDirect: false), numbers)));
            foreach (var (name, values) in expected)
            {
                Agreement.Check(values, actual[name], Tolerance, $"{name}, {samples} samples");
            }
        }
    }

    /// <summary>The comparison says something: one of the two has the form, in every program, and the other has not.</summary>
    [Theory]
    [MemberData(nameof(Images))]
    public void OneOfThemHasTheForm(int height, int width)
    {
        Assert.Equal(0, Forms(isDirect: true));
        Assert.Equal(3 + 3 + 6 + 3 + 6, Forms(isDirect: false));
        Assert.Equal(0, Gradients(isDirect: true));
        Assert.Equal(height % 2 == 0 && width % 2 == 0 ? 3 + 3 : 0, Gradients(isDirect: false));

        int Forms(bool isDirect) => Kernels(isDirect).Count(kernel => kernel is WinogradKernel);

        int Gradients(bool isDirect) => Kernels(isDirect).Count(kernel => kernel is WinogradSumsKernel);

        IEnumerable<Kernel> Kernels(bool isDirect)
        {
            var plan = NetworkPlan.Of(Model(Name(height, width, isDirect)));
            return new[] { plan.Prediction, plan.Sample!, plan.Pass!, plan.Evaluation!, plan.Training! }.SelectMany(program => program.Kernels);
        }
    }

    private static Dictionary<string, double[]> Results(NetworkRun run)
    {
        var results = run.Predict().ToDictionary(output => "predicted " + output.Key, output => output.Value);
        foreach (var (name, values) in run.Forward())
        {
            results.Add("forward " + name, values);
        }

        var (parameters, inputs) = run.Backward();
        foreach (var (name, values) in parameters.Concat(inputs))
        {
            results.Add("backward " + name, values);
        }

        results.Add("loss", [run.LossAndGradient().Data]);
        foreach (var (name, values) in run.ReadGradients())
        {
            results.Add("gradient " + name, values);
        }

        return results;
    }

    private static NetworkRun Run(string name, TestNumbers numbers) =>
        new((INetwork)Activator.CreateInstance(s_build.Value.Assembly.GetType(name, throwOnError: true)!, 0)!, numbers);

    private static NetworkModel Model(string name)
    {
        var network = NetworkSymbol.Find(s_build.Value.Compilation.GetTypeByMetadataName(name)!, CancellationToken.None)!;
        return ModelBuilder.Build(DeclarationReader.Read(network, s_build.Value.Compilation, CancellationToken.None));
    }

    private static string Name(int height, int width, bool isDirect) => $"Images{height}By{width}{(isDirect ? "Direct" : string.Empty)}";

    private static (Compilation, Assembly) Compile()
    {
        var source = "using NetGen;\n" + string.Concat(s_images.SelectMany(image => new[] { false, true }.Select(isDirect => Source(image.Height, image.Width, isDirect))));
        var declarations = TestCompilation.Create(source);
        var image = AssemblyStore.Get([source], () =>
        {
            CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
                .RunGeneratorsAndUpdateCompilation(declarations, out var compilation, out _);
            using var file = new MemoryStream();
            var result = compilation.Emit(file);
            Assert.True(result.Success, string.Join('\n', result.Diagnostics.Take(20)));
            return (file.ToArray(), IsClean: true);
        });
        return (declarations, Assembly.Load(image));
    }

    // One that keeps the size, one that does not, and one that adds up windows.
    private static string Source(int height, int width, bool isDirect)
    {
        var form = isDirect ? ", Winograd = false" : string.Empty;
        return $"""
            [Network(Precision = Precision.Double), Input(1, {height}, {width}), Conv2D(16, 1), Tanh, Conv2D({(height == 14 ? 64 : 32)}, 3, Padding = 1{form}), Tanh, Conv2D(16, 3, Bias = false{form}), ReLU]
            [ConvTranspose2D(16, 3{form}), Sigmoid, GlobalAvgPool, Dense(3), SoftmaxCrossEntropy]
            public sealed partial class {Name(height, width, isDirect)};

            """;
    }
}
