using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.PyTorch;

/// <summary>
/// The networks of reference_networks.py, reference_graphs.py and, in <see cref="VisionNetworks"/>, of reference_vision.py, declared as a user declares them. <c>Real</c> and
/// <c>RealMath</c> stand for the floating-point type and its functions, so that one text serves both precisions.
/// </summary>
internal static class Networks
{
    public const string Namespace = "PyTorchNetworks";

    private static readonly Dictionary<string, string> Declarations = new()
    {
        ["smooth_activations"] = """
            [Input(5)]
            [Dense(7)]
            [Sigmoid(From = "dense1"), Output]
            [Tanh(From = "dense1"), Output]
            [GELU(From = "dense1"), Output]
            [SiLU(From = "dense1"), Output]
            [Softplus(From = "dense1"), Output]
            [Softplus(2.5, From = "dense1"), Output]
            [ELU(From = "dense1"), Output]
            [ELU(0.5, From = "dense1"), Output]
            [SELU(From = "dense1"), Output]
            """,
        ["piecewise_activations"] = """
            [Input(5)]
            [Dense(7)]
            [Identity(From = "dense1"), Output]
            [ReLU(From = "dense1"), Output]
            [LeakyReLU(From = "dense1"), Output]
            [LeakyReLU(0.2, From = "dense1"), Output]
            [HardSigmoid(From = "dense1"), Output]
            [HardSwish(From = "dense1"), Output]
            """,
        ["softmax_over_axes"] = """
            [Input(2, 3, 4)]
            [Dense(5)]
            [Softmax(Axis = 0, From = "dense1"), Output]
            [Softmax(Axis = 1, From = "dense1"), Output]
            [LogSoftmax(Axis = 0, From = "dense1"), Output]
            [LogSoftmax(From = "dense1"), Output]
            [Sparsemax(Axis = -3, From = "dense1"), Output]
            [Sparsemax(From = "dense1"), Output]
            """,
        ["parametric_relu"] = """
            [Input(3, 4)]
            [PReLU, PReLU(3)]
            [MeanSquaredError]
            """,
        ["maxout"] = """
            [Input(6)]
            [Dense(12), Maxout(3)]
            [Dense(2)]
            [SquaredError]
            """,
        ["regression_losses"] = """
            [Input(4)]
            [Dense(3)]
            [MeanSquaredError(Weight = 0.5, Target = "target")]
            [SquaredError(Weight = 2, Target = "target")]
            [MeanAbsoluteError(Target = "target")]
            [Huber(Weight = -0.25, Target = "target")]
            [Huber(0.3, Target = "target")]
            """,
        ["binary_classes"] = """
            [Input(4)]
            [Dense(3)]
            [BinaryCrossEntropy]
            """,
        ["class_indices"] = """
            [Input(4)]
            [Dense(3)]
            [SoftmaxCrossEntropy(Target = "label")]
            [SparsemaxLoss(Target = "label", Weight = 0.5)]
            """,
        ["class_distributions"] = """
            [Input(4)]
            [Dense(6)]
            [SoftmaxCrossEntropy(TargetKind = TargetKind.Distribution, Target = "distribution")]
            [SparsemaxLoss(TargetKind = TargetKind.Distribution, Target = "distribution")]
            """,
        ["dense_without_bias"] = """
            [Input(5)]
            [Dense(17, Bias = false), Tanh]
            [Dense(3, Bias = false)]
            """,
        ["dense_on_several_axes"] = """
            [Input(2, 3, 4)]
            [Dense(5), ReLU]
            [Dense(18)]
            [MeanSquaredError]
            """,
        ["tied_autoencoder"] = """
            [Input(9)]
            [Dense(4, Name = "encoder"), Sigmoid]
            [Dense(9, TiedTo = "encoder", Transposed = true)]
            [SquaredError]
            """,
        ["shared_weights"] = """
            [Input(4, Name = "a"), Input(4, Name = "b")]
            [Dense(3, Name = "left", From = "a"), Tanh]
            [Dense(3, Name = "right", From = "b", TiedTo = "left"), Tanh]
            [Multiply("tanh1")]
            [Dense(2)]
            [MeanSquaredError]
            """,
        ["several_inputs"] = """
            [Input(2, 3, Name = "image"), Input(4, Name = "vector"), Input(5, Name = "bias")]
            [Flatten(From = "image")]
            [Concat("vector")]
            [Dense(5), Add("bias"), SiLU]
            [Dense(2)]
            """,
        ["several_outputs"] = """
            [Input(5)]
            [Dense(6, Name = "trunk"), Tanh, Output(Name = "features")]
            [Dense(2, Name = "regression"), Output(Name = "value")]
            [MeanSquaredError(Target = "amount", Weight = 0.75)]
            [Dense(4, Name = "classes", From = "tanh1"), Output(Name = "logits")]
            [SoftmaxCrossEntropy(Name = "kind", Target = "label", Weight = 1.25)]
            """,
        ["residual"] = """
            [Input(6)]
            [Dense(6, Name = "first"), ReLU]
            [Dense(6, Name = "second"), Add("second", "relu1", "input"), ReLU]
            [MeanAbsoluteError]
            """,
        ["gated"] = """
            [Input(4)]
            [Dense(3, Name = "value"), Tanh]
            [Dense(3, Name = "gate", From = "input"), Sigmoid]
            [Multiply("tanh1"), Multiply("multiply1")]
            [Huber(0.5)]
            """,
        ["concatenation_axes"] = """
            [Input(2, 3, 2, Name = "a"), Input(2, 3, 2, Name = "b"), Input(2, 1, 2, Name = "wide")]
            [Concat("a", "b"), Tanh, Output(Name = "first")]
            [Concat("wide", "b", From = "a", Axis = 1), Sigmoid, Output(Name = "middle")]
            [Concat("b", From = "a", Axis = -1), Dense(3), Output(Name = "output")]
            """,
        ["reshaping"] = """
            [Input(2, 6)]
            [Reshape(-1, 4)]
            [Dense(5), ReLU]
            [Flatten]
            [Dense(2)]
            """,
        ["own_activations"] = """
            [Input(4)]
            [Dense(8)]
            [Activation(nameof(Swish)), Dense(3), Output(Name = "swish")]
            [Activation("Mish", From = "dense1"), Output(Name = "mish")]
            """,
        ["own_loss"] = """
            [Input(4)]
            [Dense(3)]
            [Loss(nameof(LogCosh))]
            """,
        ["three_layers"] = """
            [Input(7)]
            [Dense(33), ReLU]
            [Dense(18), GELU]
            [Dense(5)]
            [SoftmaxCrossEntropy]
            """,
        ["digits"] = """
            [Input(1, 28, 28)]
            [Flatten]
            [Dense(64), ReLU]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            """,
        ["threshold_features"] = """
            [Input(5)]
            [Dense(6, Name = "fixed", Trainable = false), Threshold]
            [Dense(2)]
            [SquaredError]
            """,
        ["two_by_two"] = """
            [Input(2)]
            [Dense(2), ReLU]
            [Dense(2), ReLU]
            [SquaredError]
            """,
        ["attention_weights"] = """
            [Input(5)]
            [Dense(5, Name = "scores"), Sparsemax]
            [Softmax(From = "input"), Add("sparsemax1"), Multiply("input")]
            [Dense(3)]
            [MeanSquaredError]
            """,
        ["deep_tied_autoencoder"] = """
            [Input(8)]
            [Dense(5, Name = "encoder1"), Tanh]
            [Dense(3, Name = "encoder2"), Tanh]
            [Dense(5, Name = "decoder2", TiedTo = "encoder2", Transposed = true), Tanh]
            [Dense(8, Name = "decoder1", TiedTo = "encoder1", Transposed = true)]
            [BinaryCrossEntropy]
            """,
        ["mixed_targets"] = """
            [Input(3, 4)]
            [Dense(4), ELU, Concat("elu1", "input", Axis = 1)]
            [Reshape(12, 2), Maxout(2), Reshape(3, 4, Name = "features"), Flatten]
            [Dense(3), Output(Name = "output")]
            [SoftmaxCrossEntropy]
            [Huber(Name = "auxiliary", From = "features", Target = "shape", Weight = 0.1)]
            """,
    };

    private const string Methods = """
        static Real Swish(Real x) => x / (1 + RealMath.Exp(-x));

        static Real Mish(Real x) => x * RealMath.Tanh(LogOnePlus(RealMath.Exp(x)));

        static Real LogOnePlus(Real x) => RealMath.Log(1 + x);

        static Real LogCosh(Real prediction, Real target) => RealMath.Log(Cosh(prediction - target));

        static Real Cosh(Real x) => (RealMath.Exp(x) + RealMath.Exp(-x)) / 2;
        """;

    private static readonly Dictionary<string, string> All = Declarations.Concat(VisionNetworks.Declarations).ToDictionary();

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The name of the class: <c>ThreeLayers</c> for <c>three_layers</c>.</summary>
    public static string ClassName(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The C# source of a network.</summary>
    public static string Source(string name, bool isDouble)
    {
        var (real, math, precision) = isDouble ? ("double", "System.Math", "Double") : ("float", "System.MathF", "Single");
        var methods = name.StartsWith("own_", System.StringComparison.Ordinal) ? Methods : string.Empty;
        return $$"""
            using NetGen;
            using Real = {{real}};
            using RealMath = {{math}};

            namespace {{Namespace}};

            [Network(Precision = Precision.{{precision}})]
            {{All[name]}}
            public sealed partial class {{ClassName(name)}}
            {
            {{methods}}
            }
            """;
    }
}
