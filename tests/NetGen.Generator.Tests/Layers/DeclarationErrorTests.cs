using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Layers;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Layers;

/// <summary>What is wrong in a declaration is reported with the id, the argument and the facts that fit; nothing else is thrown.</summary>
public sealed class DeclarationErrorTests
{
    private const int Huge = int.MaxValue;

    [Theory]
    [InlineData(new[] { 4, 5 }, "20")]
    [InlineData(new[] { -1, 7 }, "a multiple of 7")]
    [InlineData(new[] { Huge, Huge, Huge }, "9223372036854775807")]
    [InlineData(new[] { Huge, Huge, Huge, -1 }, "a multiple of 9223372036854775807")]
    public void ReshapeNeedsAsManyValues(int[] shape, string needed) =>
        Expect(DiagnosticIds.ReshapeMismatch, 2, "shape", -1, ["Reshape", needed, "Dense 'dense1'", "12"], Input(3), Dense(12), Layer("Reshape", ("shape", shape)));

    [Theory]
    [InlineData(new[] { -1, -1 }, 1, DiagnosticIds.ArgumentOutOfRange)]
    [InlineData(new[] { 0, 12 }, 0, DiagnosticIds.NotPositive)]
    [InlineData(new[] { 12, -2 }, 1, DiagnosticIds.NotPositive)]
    [InlineData(new int[0], -1, DiagnosticIds.ArgumentOutOfRange)]
    public void ReshapeChecksEachSize(int[] shape, int element, string id) =>
        Expect(id, 1, "shape", element, null, Input(12), Layer("Reshape", ("shape", shape)));

    [Theory]
    [InlineData(new int[0], -1, DiagnosticIds.ArgumentOutOfRange)]
    [InlineData(new[] { 3, 0 }, 1, DiagnosticIds.NotPositive)]
    [InlineData(new[] { -3 }, 0, DiagnosticIds.NotPositive)]
    [InlineData(new[] { Huge }, -1, DiagnosticIds.TooLarge)]
    [InlineData(new[] { Huge, Huge, Huge }, -1, DiagnosticIds.TooLarge)]
    public void InputChecksEachSize(int[] shape, int element, string id) =>
        Expect(id, 0, id == DiagnosticIds.TooLarge ? null : "shape", element, null, Input(shape), Layer("ReLU"));

    [Theory]
    [InlineData("Dropout", "rate", 1.0)]
    [InlineData("Dropout", "rate", -0.1)]
    [InlineData("Dropout", "rate", double.NaN)]
    [InlineData("GaussianNoise", "deviation", -1.0)]
    [InlineData("GaussianNoise", "deviation", double.PositiveInfinity)]
    [InlineData("LeakyReLU", "slope", double.NaN)]
    [InlineData("PReLU", "slopes", 2)]
    [InlineData("PReLU", "InitialSlope", double.NegativeInfinity)]
    [InlineData("ELU", "alpha", double.NaN)]
    [InlineData("Softplus", "beta", 0.0)]
    [InlineData("Softplus", "beta", -1.0)]
    [InlineData("Maxout", "pieces", 3)]
    [InlineData("Huber", "delta", 0.0)]
    [InlineData("Huber", "delta", double.PositiveInfinity)]
    [InlineData("SquaredError", "Weight", double.NaN)]
    [InlineData("SparsemaxLoss", "TargetKind", 2)]
    [InlineData("SoftmaxCrossEntropy", "TargetKind", -1)]
    [InlineData("Dense", "WeightInit", 9)]
    [InlineData("Dense", "BiasInit", -1)]
    [InlineData("Dense", "WeightInitValue", -1.0)]
    [InlineData("Dense", "BiasInitValue", double.NaN)]
    [InlineData("Dense", "L1", -1.0)]
    [InlineData("Dense", "L2", double.NaN)]
    public void NumbersAreInRange(string kind, string argument, object value)
    {
        var layer = kind == "Dense" ? Dense(2, (argument, value)) : Layer(kind, (argument, value));
        var error = Expect(DiagnosticIds.ArgumentOutOfRange, 2, argument, -1, null, Input(4), Layer("ReLU"), layer);
        Assert.Equal(3, error.MessageArguments.Count);
        Assert.StartsWith($"{argument} of {kind} '", error.MessageArguments[0], System.StringComparison.Ordinal);
    }

    [Fact]
    public void SinglePrecisionRoundsBeforeItChecks()
    {
        var layers = new[] { Input(4), Layer("Softplus", ("beta", 1e-50)) };
        Assert.NotNull(ModelBuilder.Build(Network(layers)));
        Expect(DiagnosticIds.ArgumentOutOfRange, 1, "beta", -1, null, Network(layers) with { IsDouble = false });
        Expect(DiagnosticIds.ArgumentOutOfRange, -1, "L2", -1, null, Network(layers) with { IsDouble = false, L2 = 1e300 });
        Expect(DiagnosticIds.ArgumentOutOfRange, -1, "L1", -1, null, Network(layers) with { L1 = -1 });
    }

    [Theory]
    [InlineData("Dense", "units", 0)]
    [InlineData("Dense", "units", -4)]
    [InlineData("PReLU", "slopes", 0)]
    [InlineData("Maxout", "pieces", 0)]
    public void SizesArePositive(string kind, string argument, int value) =>
        Expect(DiagnosticIds.NotPositive, 1, argument, -1, null, Input(4), Layer(kind, (argument, value)));

    [Theory]
    [InlineData("Softmax", 2)]
    [InlineData("LogSoftmax", -3)]
    [InlineData("Sparsemax", 5)]
    public void AxesExist(string kind, int axis) =>
        Expect(DiagnosticIds.AxisOutOfRange, 1, "Axis", -1, null, Input(2, 3), Layer(kind, ("Axis", axis)));

    [Fact]
    public void ConcatChecksItsAxis() =>
        Expect(
            DiagnosticIds.AxisOutOfRange, 2, "Axis", -1, ["Axis of Concat 'concat1'", "2", "[2, 3]"],
            Input(2, 3), Layer("ReLU"), Layer("Concat", ("names", "input"), ("Axis", 2)));

    [Theory]
    [InlineData("Add")]
    [InlineData("Multiply")]
    [InlineData("Concat")]
    public void CombinedShapesAreEqual(string kind) =>
        Expect(
            DiagnosticIds.ShapesDiffer, 3, "names", 1, [$"{kind} 'c'", "Input 'a'", "[2, 3]", "Flatten 'flatten1'", "[6]"],
            Layer("Input", ("shape", new[] { 2, 3 }), ("Name", "a")),
            Layer("Flatten"),
            Layer("ReLU"),
            Layer(kind, ("names", new[] { "a", "flatten1" }), ("Name", "c")));

    [Fact]
    public void ConcatLetsOnlyItsAxisDiffer() =>
        Expect(
            DiagnosticIds.ShapesDiffer, 2, "names", 0, ["Concat 'concat1'", "Reshape 'reshape1'", "[3, 2]", "Input 'input'", "[2, 3]"],
            Input(2, 3), Layer("Reshape", ("shape", new[] { 3, 2 })), Layer("Concat", ("names", "input"), ("Axis", 1)));

    [Theory]
    [InlineData("nowhere", DiagnosticIds.UnknownName)]
    [InlineData("later", DiagnosticIds.LaterName)]
    [InlineData(null, DiagnosticIds.UnknownName)]
    public void NamesAreOfEarlierLayers(string? name, string id)
    {
        Expect(id, 1, "names", 1, null, Input(2), Layer("Add", ("names", new[] { "input", name! })), Layer("ReLU", ("Name", "later")));
        Expect(id, 1, "From", -1, null, Input(2), Layer("ReLU", ("From", name ?? "")), Layer("ReLU", ("Name", "later")));
    }

    [Fact]
    public void CombinationsNeedANameAndSomethingBefore()
    {
        Expect(DiagnosticIds.ArgumentOutOfRange, 1, "names", -1, null, Input(2), Layer("Add", ("names", System.Array.Empty<string>())));
        Expect(DiagnosticIds.ArgumentOutOfRange, 1, "names", -1, null, Input(2), Layer("Concat", ("names", null)));
        Expect(DiagnosticIds.NothingBefore, 0, null, -1, null, Layer("ReLU"), Input(2));
    }

    [Theory]
    [InlineData("SoftmaxCrossEntropy")]
    [InlineData("SparsemaxLoss")]
    public void ClassLossesNeedAVector(string kind) =>
        Expect(
            DiagnosticIds.LossDoesNotFit, 2, null, -1, [$"{kind} '{kind.ToLowerInvariant()}1'", "one axis, of a score per class", "ReLU 'relu1'", "[2, 3]"],
            Input(2, 3), Layer("ReLU"), Layer(kind));

    [Fact]
    public void OwnMethodsMustBeReadable()
    {
        Expect(DiagnosticIds.UnreadableFunction, 1, "method", -1, ["Own", "a loop"], Input(2), Layer("Activation", ("method", "Own")).WithMethod(1, null, "a loop"));
        Expect(
            DiagnosticIds.UnreadableFunction, 1, "method", -1, ["Own", "it has 2 parameters, not 1 parameter"],
            Input(2), Layer("Activation", ("method", "Own")).WithMethod(2, new Operand(0)));
        Expect(
            DiagnosticIds.UnreadableFunction, 2, "method", -1, ["Own", "it has 1 parameter, not 2 parameters"],
            Input(2), Layer("ReLU"), Layer("Loss", ("method", "Own")).WithMethod(1, new Operand(0)));
        Expect(DiagnosticIds.UnknownFunction, 1, "method", -1, ["Activation 'activation1'", "Own"], Input(2), Layer("Activation", ("method", "Own")));
    }

    [Fact]
    public void TargetsAreColumnsOfTheirOwn()
    {
        var dense = Dense(2);
        Expect(DiagnosticIds.DuplicateName, 2, "Target", -1, ["input"], Input(2), dense, Layer("SquaredError", ("Target", "input")));
        Expect(DiagnosticIds.NotAName, 2, "Target", -1, null, Input(2), dense, Layer("SquaredError", ("Target", "1 x")));
        Expect(
            DiagnosticIds.TargetsDiffer, 3, "Target", -1, null,
            Input(2), dense, Layer("SquaredError", ("Target", "t")), Layer("SoftmaxCrossEntropy", ("Target", "t"), ("From", "dense1")));
    }

    [Fact]
    public void OutputsHaveDifferentNames() =>
        Expect(DiagnosticIds.DuplicateName, 3, null, -1, ["relu1"], Input(2), Layer("ReLU"), Layer("Output", ("From", "relu1")), Layer("Output", ("From", "relu1")));

    [Theory]
    [MemberData(nameof(Oversized))]
    public void SizesThatDoNotFitAreDiagnosed(string name, int layer)
    {
        var layers = OversizedNetworks[name];
        Expect(DiagnosticIds.TooLarge, layer, null, -1, null, layers);
    }

    public static TheoryData<string, int> Oversized { get; } = new()
    {
        { "weight", 1 }, { "output", 1 }, { "tied weight", 2 }, { "concat", 1 }, { "concat of positions", 1 }, { "parameters together", 2 },
    };

    private static Dictionary<string, LayerDeclaration[]> OversizedNetworks { get; } = new()
    {
        ["weight"] = [Input(2), Dense(Huge)],
        ["output"] = [Input(1 << 20, 1), Dense(1 << 20)],
        ["tied weight"] = [Input(1), Dense(1 << 20, ("Name", "a")), Dense(1 << 20, ("Name", "b"), ("Bias", false))],
        ["concat"] = [Input(1 << 28), Layer("Concat", ("names", Enumerable.Repeat("input", 20).ToArray()))],
        ["concat of positions"] = [Input(1 << 14, 1 << 14), Layer("Concat", ("names", Enumerable.Repeat("input", 2).ToArray()), ("Axis", 1))],
        ["parameters together"] = [Input(1 << 14), Dense(1 << 13), Dense(1 << 14, ("Name", "b"))],
    };

    private static DeclarationError Expect(
        string id, int layer, string? argument, int element, string[]? messageArguments, params LayerDeclaration[] layers) =>
        Expect(id, layer, argument, element, messageArguments, Network(layers));

    private static DeclarationError Expect(
        string id, int layer, string? argument, int element, string[]? messageArguments, NetworkDeclaration declaration)
    {
        var error = Assert.Throws<DeclarationException>(() => ModelBuilder.Build(declaration)).Error;
        Assert.Equal((id, layer, argument, element), (error.Id, error.Layer, error.Argument, error.Element));
        if (messageArguments is not null)
        {
            Assert.Equal(messageArguments, error.MessageArguments);
        }

        return error;
    }
}
