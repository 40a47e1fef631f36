using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>A wrong declaration keeps its public members, and gives one error whether or not analyzers run.</summary>
public sealed class WrongDeclarationTests
{
    private const string Wrong = "using NetGen;\n[Network, Input(2), Dense(0), SquaredError]\npublic partial class Net;";

    [Fact]
    public void TheCodeThatUsesTheNetworkStillCompiles() => Expect.Diagnostic(
        """
        using System;
        using NetGen;
        [Network, Input(2), Dense([|0|]), SquaredError]
        partial class Net;
        static class User
        {
            public static void Use(Batch batch, Batch results)
            {
                var net = new Net(seed: 1);
                net = new Net();
                var workspace = net.CreateWorkspace(capacity: 4);
                var gradients = net.CreateGradients();
                Span<float> output = stackalloc float[Net.OutputSize];
                Span<float> input = stackalloc float[Net.InputSize];
                net.Predict(input, output);
                net.Forward(input, output, workspace);
                net.Backward(output, workspace, gradients);
                net.Backward(output, workspace, gradients, inputGradient: input);
                net.LossAndGradient(input, target: [3], workspace, gradients);
                net.LossAndGradient(input, [3], workspace, gradients, sampleWeights: [0.5f]);
                Console.WriteLine(net.Loss(input, [3], workspace, prediction: output).Total + net.Parameters.Version + net.Description.ParameterCount + Net.ParameterCount);
                ITrainableNetwork trainable = net;
                trainable.Forward(batch, results, workspace);
                trainable.Backward(results, workspace, gradients);
                trainable.Predict(batch, results);
            }
        }
        """,
        "NG0201");

    [Fact]
    public void ColumnsKeepTheirNamesAndTypes() => Expect.Diagnostic(
        """
        using System;
        using NetGen;
        [Network(Precision = Precision.Double), Input(2, Name = "left"), Input(2, Name = "right"), Add("left", "right")]
        [Dense([|0|], Name = "h"), Output(Name = "hidden"), Dense(3), Output(Name = "class")]
        [SoftmaxCrossEntropy(Target = "label"), SquaredError(From = "h")]
        partial class Net;
        static class User
        {
            public static void Use(Net net, double[] x, int[] label, Workspace workspace, ParameterBuffer gradients)
            {
                net.Predict(left: x, right: x, hidden: x, @class: x);
                net.Forward(left: x, right: x, hidden: x, @class: x, workspace);
                net.Backward(hiddenGradient: x, classGradient: x, workspace, gradients, leftGradient: x, rightGradient: x);
                net.LossAndGradient(x, x, label, target2: x, workspace, gradients, softmaxCrossEntropy1Weights: x, squaredError1Weights: x);
                net.Loss(x, x, label, x, workspace, softmaxCrossEntropy1Prediction: x, squaredError1Prediction: x);
            }
        }
        """,
        "NG0201");

    [Fact]
    public void WithoutALossThereIsNone()
    {
        var run = TestRun.Of("using NetGen; [Network, Input(2), Input(3), Dense(0)] partial class Net;");

        var type = run.Compilation.GetTypeByMetadataName("Net")!;
        Assert.Equal(["IDifferentiableNetwork"], type.Interfaces.Select(@interface => @interface.Name));
        Assert.Empty(type.GetMembers("LossAndGradient"));
        Assert.Contains("ReadOnlySpan<float> input1, global::System.ReadOnlySpan<float> input2", run.Generated.Single().SourceText.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void TheBodiesSayWhatIsWrong()
    {
        var source = TestRun.Of(Wrong).Generated.Single().SourceText.ToString();

        Assert.Contains("The declaration of the network 'Net' is wrong. NG0201: units of Dense 'dense1' must be positive; it is 0.", source, System.StringComparison.Ordinal);
    }

    public static TheoryData<string, bool> BuildsWithTheRule => new()
    {
        { "", false },
        { "RunAnalyzers=false", true },
        { "RunAnalyzers=False DesignTimeBuild=true", true },
        { "RunAnalyzers=true RunAnalyzersDuringBuild=false", false },
        { "RunAnalyzersDuringBuild=false", true },
        { "RunAnalyzersDuringBuild=true", false },
        { "RunAnalyzersDuringBuild=false DesignTimeBuild=true", false },
        { "IsImplicitlyTriggeredBuild=true", true },
        { "IsImplicitlyTriggeredBuild=true RunAnalyzers=true", false },
        { "IsImplicitlyTriggeredBuild=true OptimizeImplicitlyTriggeredBuild=false", false },
        { "IsImplicitlyTriggeredBuild=true TreatWarningsAsErrors=true", false },
        { "IsImplicitlyTriggeredBuild=true TreatWarningsAsErrors=true OptimizeImplicitlyTriggeredBuild=true", true },
    };

    [Theory]
    [MemberData(nameof(BuildsWithTheRule))]
    public void WhereAnalyzersAreOffTheGeneratorReportsTheError(string properties, bool isOff)
    {
        var run = TestRun.Of(TestCompilation.Create(Wrong), BuildProperties.Parse(properties));

        Assert.Equal(isOff ? ["NG0201"] : [], run.Generator.Select(diagnostic => diagnostic.Id));
        foreach (var diagnostic in run.Generator)
        {
            Assert.Equal((Location.None, DiagnosticSeverity.Error), (diagnostic.Location, diagnostic.Severity));
            Assert.Equal("Net: units of Dense 'dense1' must be positive; it is 0", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("[Network, Input(2), Dense(1)] class Net;", "NG0001")]
    [InlineData("[Network, Input(2), Dense(1)] partial class Net<T>;", "NG0002")]
    [InlineData("[Network, Input(2), Dense(1)] partial record Net;", "NG0006")]
    [InlineData("class Outer { [Network, Input(2), Dense(1)] partial class Net; }", "NG0007")]
    public void SoItDoesWhereItCanAddNothingToTheClass(string source, string id)
    {
        var run = TestRun.Of(TestCompilation.Create("using NetGen;\n" + source), BuildProperties.Parse("RunAnalyzers=false"));

        Assert.Equal([id], run.Generator.Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.Compiler);
    }

    [Fact]
    public void HalfTypedAttributesAreNotReportedThereEither() =>
        Assert.Empty(TestRun.Of(TestCompilation.Create("using NetGen; [Network, Input(2), Dense()] class Net;"), BuildProperties.Parse("RunAnalyzers=false")).Generator);
}
