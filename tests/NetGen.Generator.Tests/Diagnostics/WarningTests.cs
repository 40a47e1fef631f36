using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>What is probably not meant, and how to say that it is.</summary>
public sealed class WarningTests
{
    [Theory]
    [InlineData("NG0901", "Input(2), Dense(3), [|Softmax|], SoftmaxCrossEntropy", "SoftmaxCrossEntropy 'softmaxcrossentropy1' applies softmax itself: it takes the value before Softmax 'softmax1'")]
    [InlineData("NG0901", "Input(2), Dense(3), [|LogSoftmax(Name = \"p\")|], Output, SoftmaxCrossEntropy(From = \"p\")")]
    [InlineData("NG0901", "Input(2), Dense(3), [|Sparsemax|], SparsemaxLoss")]
    [InlineData("NG0901", "Input(2), Dense(3), [|Sigmoid|], BinaryCrossEntropy", "BinaryCrossEntropy 'binarycrossentropy1' applies the sigmoid itself: it takes the value before Sigmoid 'sigmoid1'")]
    [InlineData("NG0902", "Input(2), [|Dense(3)|], Dense(1, From = \"input\")", "Nothing uses the value of Dense 'dense1': it reaches no output and no loss")]
    [InlineData("NG0902", "[|Input(2, Name = \"idle\")|], Input(2), Dense(1)")]
    [InlineData("NG0902", "Input(2), Dense(1), SquaredError, [|ReLU|]")]
    [InlineData("NG0902", "Input(2), Dense(1), Output, Dense(2), [|ReLU|]")]
    [InlineData("NG0904", "Input(2), Dense(1), [|Threshold|]", "No gradient passes Threshold 'threshold1', so 'Net' gets no Backward")]
    [InlineData("NG0904", "Input(2), Dense(1), [|Threshold|], Dense(1), Threshold")]
    [InlineData("NG0905", "Input(2), Dense(2, Transposed = [|true|])", "Transposed of Dense 'dense1' has no effect: only a weight that TiedTo shares can be transposed")]
    [InlineData("NG0905", "Input(2), Dense(2), Dense(2, TiedTo = \"dense1\", WeightInit = [|Init.Zeros|])")]
    [InlineData("NG0905", "Input(2), Dense(2, Bias = false, BiasInit = [|Init.Zeros|])")]
    [InlineData("NG0905", "Input(2), Dense(2, WeightInitValue = [|5|])", "WeightInitValue of Dense 'dense1' has no effect: WeightInit is Default")]
    [InlineData("NG0905", "Input(2, From = [|\"x\"|]), Dense(2)")]
    [InlineData("NG0905", "Input(1, 9, 9), Conv2D(2, 5, Winograd = [|false|])", "Winograd of Conv2D 'conv2d1' has no effect: only 3×3 windows one step apart, of one group, have that form")]
    [InlineData("NG0905", "Input(2, 9, 9), ConvTranspose2D(2, 3, Stride = 2, Winograd = [|false|])")]
    [InlineData("NG0904", "Input(2), [|Threshold|]")]
    public void TheLayerIsMarked(string id, string layers, string? message = null) =>
        Expect.Diagnostic($"using NetGen;\n[Network, {layers}]\npartial class Net;", id, message);

    [Theory]
    [InlineData("Input(2), Dense(3, Name = \"logits\"), Softmax, Output, SoftmaxCrossEntropy(From = \"logits\")")]
    [InlineData("Input(2), Dense(3), Softmax, Dense(3), SoftmaxCrossEntropy")]
    [InlineData("Input(2), Dense(3), Sigmoid, SquaredError")]
    [InlineData("Input(2), Dense(3), Output(Name = \"a\"), Dense(2), Output(Name = \"b\")")]
    [InlineData("Input(2), Dense(1, Name = \"h\"), Output(Name = \"h\"), SquaredError")]
    [InlineData("Input(2, Name = \"a\"), Input(2, Name = \"b\"), Add(\"a\", \"b\")")]
    [InlineData("Input(2), Threshold, Dense(2)")]
    [InlineData("Input(2), Dense(1, Name = \"logit\"), Threshold, Output, BinaryCrossEntropy(From = \"logit\")")]
    [InlineData("Input(2), Threshold, Dense(1), SquaredError")]
    public void WhatIsMeantIsNotMarked(string layers) => Expect.Clean($"using NetGen;\n[Network, {layers}]\npartial class Net;");

    [Theory]
    [InlineData("[[|Dense(3)|], ReLU] class Net;", "'Net' has layer attributes and is no network; add [Network]")]
    [InlineData("[[|Input(2)|]] partial class Net; [Dense(3)] partial class Net;")]
    public void LayersWithoutNetwork(string source, string? message = null) => Expect.Diagnostic("using NetGen;\n" + source, "NG0903", message);

    [Fact]
    public void LayersWithAnAttributeThatDoesNotExistAreLeftToTheCompiler() =>
        Assert.Empty(TestRun.Of("using NetGen; [Netwrk, Dense(3)] partial class Net;").Analyzer);

    [Fact]
    public void SeveralWarningsAreReportedInOrder() => Expect.Diagnostic(
        "using NetGen; [Network, Input(2), [|ReLU|], [|ReLU(From = \"input\")|], Dense(3, From = \"input\")] partial class Net;", "NG0902");

    [Theory]
    [InlineData("NG0901", "[Network, Input(2), Dense(3), Softmax, SoftmaxCrossEntropy]\npartial class Net;")]
    [InlineData("NG0902", "[Network, Input(2), Dense(3), Dense(1, From = \"input\")]\npartial class Net;")]
    [InlineData("NG0903", "[Dense(3)]\npartial class Net;")]
    [InlineData("NG0904", "[Network, Input(2), Threshold]\npartial class Net;")]
    public void APragmaSilencesThem(string id, string source)
    {
        Assert.Equal([id], TestRun.Of("using NetGen;\n" + source).Analyzer.Select(diagnostic => diagnostic.Id));

        Expect.Clean($"using NetGen;\n#pragma warning disable {id}\n{source}");
    }

    [Fact]
    public void NoPragmaSilencesAnError()
    {
        var run = TestRun.Of("using NetGen;\n#pragma warning disable NG0201\n[Network, Input(2), Dense(0)] partial class Net;");

        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(run.Analyzer).Severity);
    }

    [Fact]
    public void SeveritiesAreAsDocumented() => Assert.Equal(
        [("NG0901", DiagnosticSeverity.Warning), ("NG0902", DiagnosticSeverity.Warning), ("NG0903", DiagnosticSeverity.Warning), ("NG0904", DiagnosticSeverity.Info), ("NG0905", DiagnosticSeverity.Warning)],
        new NetworkAnalyzer().SupportedDiagnostics
            .Where(descriptor => descriptor.DefaultSeverity != DiagnosticSeverity.Error)
            .Select(descriptor => (descriptor.Id, descriptor.DefaultSeverity)));
}
