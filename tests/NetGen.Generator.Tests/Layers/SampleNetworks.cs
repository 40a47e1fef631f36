using System.Collections.Generic;
using NetGen.Generator.Declarations;
using NetGen.Generator.Expressions;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Layers;

/// <summary>Networks that have every kind of layer between them, in every form that lowers differently.</summary>
internal static class SampleNetworks
{
    private static readonly Expression Swish = new Operand(0) / (1 + new Unary(UnaryFunction.Exp, -new Operand(0)));
    private static readonly Expression Quartic = new Binary(BinaryFunction.Power, new Operand(0) - new Operand(1), 4);

    public static IReadOnlyDictionary<string, LayerDeclaration[]> All { get; } = new Dictionary<string, LayerDeclaration[]>
    {
        ["dense"] = [Input(3), Dense(4), Layer("ReLU"), Dense(2, ("Bias", false)), Layer("SoftmaxCrossEntropy")],
        ["dense on several axes"] = [Input(2, 3, 4), Dense(5), Layer("Sigmoid"), Layer("Flatten"), Layer("SquaredError", ("Weight", 0.25))],
        ["tied"] =
        [
            Input(6), Dense(3, ("Name", "encoder")), Layer("Tanh"),
            Dense(6, ("TiedTo", "encoder"), ("Transposed", true)), Dense(3, ("TiedTo", "encoder")), Layer("MeanSquaredError"),
        ],
        ["activations"] =
        [
            Input(4, 6), Layer("Identity"), Layer("Sigmoid"), Layer("Tanh"), Layer("ReLU"), Layer("LeakyReLU", ("slope", 0.2)), Layer("ELU", ("alpha", 0.7)),
            Layer("SELU"), Layer("GELU"), Layer("SiLU"), Layer("Softplus", ("beta", 3)), Layer("Softplus"), Layer("HardSigmoid"), Layer("HardSwish"),
        ],
        ["threshold"] = [Input(3), Layer("Threshold"), Dense(2, ("Trainable", false)), Layer("Threshold")],
        ["parametric"] = [Input(4, 6), Layer("PReLU"), Layer("PReLU", ("slopes", 4), ("InitialSlope", 0.1)), Layer("MeanAbsoluteError")],
        ["maxout"] = [Input(2, 6), Layer("Maxout", ("pieces", 3)), Layer("Maxout", ("pieces", 2)), Layer("Huber", ("delta", 0.5))],
        ["softmax family"] =
        [
            Layer("Input", ("shape", new[] { 2, 3, 4 }), ("Name", "x")), Layer("Softmax"), Layer("Softmax", ("Axis", 0)), Layer("LogSoftmax", ("Axis", 1)),
            Layer("LogSoftmax"), Layer("Sparsemax", ("Axis", 0)), Layer("Sparsemax"), Layer("BinaryCrossEntropy"),
        ],
        ["noise"] = [Input(5), Layer("GaussianNoise", ("deviation", 0.3)), Layer("Dropout", ("rate", 0.25)), Dense(2), Layer("Dropout"), Layer("SquaredError")],
        ["no noise"] = [Input(5), Layer("GaussianNoise", ("deviation", 0)), Layer("Dropout", ("rate", 0)), Dense(2)],
        ["sparsemax losses"] =
        [
            Input(5), Dense(4), Layer("SparsemaxLoss", ("TargetKind", 0)), Layer("SparsemaxLoss", ("TargetKind", 1), ("From", "dense1")),
            Layer("SoftmaxCrossEntropy", ("TargetKind", 1), ("From", "dense1"), ("Target", "target2"), ("Weight", -0.5)),
        ],
        ["combinations"] =
        [
            Layer("Input", ("shape", new[] { 2, 3 }), ("Name", "a")), Layer("Input", ("shape", new[] { 2, 3 }), ("Name", "b")),
            Layer("Add", ("names", "a")), Layer("Multiply", ("names", new[] { "a", "add1", "b" })), Layer("Concat", ("names", new[] { "a", "b" }), ("Axis", -1)),
            Layer("Concat", ("names", "a"), ("From", "b")), Layer("Reshape", ("shape", new[] { 3, -1 })), Layer("Output", ("Name", "wide")),
            Layer("Output", ("Name", "product"), ("From", "multiply1")),
        ],
        ["convolutions"] =
        [
            Input(4, 9), Layer("Conv1D", ("filters", 6), ("kernel", 3), ("Groups", 2), ("Stride", 2)), Layer("Conv1D", ("filters", 6), ("kernel", 2), ("Depthwise", true), ("Bias", false)),
            Layer("Reshape", ("shape", new[] { 2, 3, 3 })), Layer("Conv2D", ("filters", 3), ("kernel", new[] { 3, 2 }), ("Same", true), ("Dilation", 2)),
            Layer("ConvTranspose2D", ("filters", 2), ("kernel", 3), ("Stride", 2), ("OutputPadding", 1), ("Padding", 1)), Layer("SpatialDropout", ("rate", 0.25)),
            Layer("MaxPool2D", ("kernel", 3), ("Stride", 1), ("Padding", 1)), Layer("AvgPool2D", ("kernel", 2), ("Padding", 1), ("CountPadding", false)), Layer("AvgPool2D", ("kernel", 2)),
            Layer("GlobalAvgPool"), Layer("SquaredError"),
        ],
        ["sizes of images"] =
        [
            Input(2, 3, 4), Layer("Upsample", ("scale", 2)), Layer("Pad", ("sides", new[] { 1, 0 }), ("Value", -0.5)), Layer("Crop", ("sides", 1)),
            Layer("Upsample", ("scale", new[] { 1, 2 }), ("Interpolation", 1)), Layer("Upsample", ("scale", 2), ("Interpolation", 1), ("AlignCorners", true)), Layer("SquaredError"),
        ],
        ["normalisation"] =
        [
            Input(4, 3, 2), Layer("LayerNorm"), Layer("LayerNorm", ("Axes", 3), ("Affine", false)), Layer("GroupNorm", ("groups", 2)), Layer("InstanceNorm"),
            Layer("InstanceNorm", ("Affine", true)), Layer("LocalResponseNorm", ("size", 3)), Layer("BatchNorm"), Layer("Block") with { Block = new BlockDeclaration("Part", Network(Input(4, 3, 2), Layer("Tanh"))) }, Layer("SquaredError"),
        ],
        ["own methods"] =
        [
            Input(3), Dense(2), Layer("Activation", ("method", "Swish")).WithMethod(1, Swish),
            Layer("Loss", ("method", "Quartic")).WithMethod(2, Quartic),
        ],
    };
}
