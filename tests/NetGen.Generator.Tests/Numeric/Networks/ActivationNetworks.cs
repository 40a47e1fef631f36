using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Each activation alone in all sizes, and between two dense layers.</summary>
internal static class ActivationNetworks
{
    /// <summary>What a user writes who follows the textbook: right on paper, and not a number where the exponential overflows.</summary>
    public const string OwnMethods = """
            private static float Swish(float x) => x / (1 + MathF.Exp(-x));

            private static float Mish(float x) => x * MathF.Tanh(NaiveSoftplus(x));

            private static float NaiveSoftplus(float x) => MathF.Log(1 + MathF.Exp(x));

            private static float NaiveTanh(float x) => (MathF.Exp(x) - MathF.Exp(-x)) / (MathF.Exp(x) + MathF.Exp(-x));

            private static float NaiveLogistic(float x) => MathF.Exp(x) / (1 + MathF.Exp(x));

            private static float Wave(float x) => (MathF.Sin(3 * x) * MathF.Cos(x)) + MathF.Pow(x, 3) - MathF.Sqrt(1 + (x * x));

            private static float Pieces(float x) => x > 1 || x < -1 ? MathF.Abs(x) : MathF.Max(MathF.Min(x, 0.5f), -Half(x)) / 2f;

            private static float Half(float x) => 0.5f * x;
        """;

    /// <summary>The element-wise activations by a name that is a C# identifier.</summary>
    public static IReadOnlyDictionary<string, string> Elementwise { get; } = new Dictionary<string, string>
    {
        ["Identity"] = "Identity",
        ["Threshold"] = "Threshold",
        ["Sigmoid"] = "Sigmoid",
        ["Tanh"] = "Tanh",
        ["ReLU"] = "ReLU",
        ["LeakyReLU"] = "LeakyReLU",
        ["SteepLeakyReLU"] = "LeakyReLU(-0.4)",
        ["PReLU"] = "PReLU",
        ["ELU"] = "ELU",
        ["WideELU"] = "ELU(1.7)",
        ["SELU"] = "SELU",
        ["GELU"] = "GELU",
        ["SiLU"] = "SiLU",
        ["Softplus"] = "Softplus",
        ["SharpSoftplus"] = "Softplus(3)",
        ["HardSigmoid"] = "HardSigmoid",
        ["HardSwish"] = "HardSwish",
        ["Swish"] = "Activation(\"Swish\")",
        ["Mish"] = "Activation(\"Mish\")",
        ["NaiveSoftplus"] = "Activation(\"NaiveSoftplus\")",
        ["NaiveTanh"] = "Activation(\"NaiveTanh\")",
        ["NaiveLogistic"] = "Activation(\"NaiveLogistic\")",
        ["Wave"] = "Activation(\"Wave\")",
        ["Pieces"] = "Activation(\"Pieces\")",
    };

    private static readonly Dictionary<string, string> AlongAnAxis = new()
    {
        ["Softmax"] = "Softmax",
        ["LogSoftmax"] = "LogSoftmax",
        ["Sparsemax"] = "Sparsemax",
    };

    public static IEnumerable<NetworkSource> All() =>
        Elementwise.Concat(AlongAnAxis).SelectMany((activation, i) => new[] { Alone(activation.Key, activation.Value), Between(activation.Key, activation.Value, i) })
            .Concat(AlongAnAxis.Keys.Select(AlongEveryAxis))
            .Append(new NetworkSource("PReLUOfAxis", "[Input(33, Name = \"a\"), PReLU(33), Output(Name = \"ya\")]\n[Input(2, 3, 5, Name = \"b\"), PReLU(2, InitialSlope = 0.1), Output(Name = \"yb\")]\n[Input(4, Name = \"c\"), Dense(3), PReLU(3, Trainable = false), Output(Name = \"yc\")]"))
            .Append(new NetworkSource("MaxoutSizes", Maxouts()))
            .Append(new NetworkSource("MaxoutBetween", "[Input(5), Dense(18), Maxout(3), Dense(4), MeanSquaredError]"));

    private static NetworkSource Alone(string name, string layer) =>
        new(name + "Alone", NetworkSource.Sweep(layer, NetworkSource.Vectors.Append("2, 3, 5")), OwnMethods);

    /// <summary>In front of the threshold nothing can learn, so there it comes first.</summary>
    private static NetworkSource Between(string name, string layer, int i)
    {
        var width = NetworkSource.Sizes[i % NetworkSource.Sizes.Count];
        var before = layer == "Threshold" ? string.Empty : $"Dense({width}), ";
        return new NetworkSource(name + "Between", $"[Input(4), {before}{layer}, Dense(3), SquaredError]", OwnMethods);
    }

    private static NetworkSource AlongEveryAxis(string kind) => new(
        kind + "Axes",
        string.Join('\n', new[] { "5, 3|0", "3, 5, 2|0", "3, 5, 2|1", "3, 5, 2|2", "1, 17|0", "1, 17|-1", "4, 16|0", "16, 4|0" }
            .Select(text => text.Split('|'))
            .Select((part, i) => $"[Input({part[0]}, Name = \"x{i}\"), {kind}(Axis = {part[1]}), Output(Name = \"y{i}\")]")));

    private static string Maxouts() => string.Join('\n', new[] { "2|2", "6|3", "6|1", "16|2", "33|3", "34|2", "17|17", "2, 3, 10|5" }
        .Select(text => text.Split('|'))
        .Select((part, i) => $"[Input({part[0]}, Name = \"x{i}\"), Maxout({part[1]}), Output(Name = \"y{i}\")]"));
}
