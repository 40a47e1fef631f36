using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>Each activation alone in several sizes, and after a dense layer; those along an axis along every axis.</summary>
internal static class ActivationNetworks
{
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

    private static readonly string[] AlongAnAxis = ["Softmax", "LogSoftmax", "Sparsemax"];

    public static IEnumerable<NetworkSource> All() =>
        Elementwise.Select((activation, i) => Alone(activation.Key, activation.Value, i))
            .Concat(AlongAnAxis.SelectMany(kind => new[] { InAllSizes(kind), AlongEveryAxis(kind) }))
            .Concat(AfterDense())
            .Append(new NetworkSource("ThresholdFirst", "[Input(4), Threshold, Dense(3), SquaredError]"))
            .Append(new NetworkSource("PReLUOfAxis", NetworkSource.Separate(("33", "PReLU(33)"), ("2, 3, 5", "PReLU(2, InitialSlope = 0.1)"), ("4", "Dense(3), PReLU(3, Trainable = false)"))))
            .Append(new NetworkSource("MaxoutSizes", NetworkSource.Separate(
                ("2", "Maxout(2)"), ("6", "Maxout(3)"), ("6", "Maxout(1)"), ("16", "Maxout(2)"), ("33", "Maxout(3)"), ("34", "Maxout(2)"), ("17", "Maxout(17)"), ("2, 3, 10", "Maxout(5)"))));

    private static NetworkSource Alone(string name, string layer, int i)
    {
        var shapes = new[] { $"{NetworkSource.Size(i)}", $"{NetworkSource.Size(i + 3)}", $"{NetworkSource.Size(i + 6)}", "2, 3, 5" };
        return new NetworkSource(name + "Alone", NetworkSource.Separate(shapes.Select(shape => (shape, layer))), OwnMethods.Activations);
    }

    private static NetworkSource InAllSizes(string kind) =>
        new(kind + "Sizes", NetworkSource.Separate(NetworkSource.Sizes.Select(size => ($"{size}", kind))));

    private static NetworkSource AlongEveryAxis(string kind) => new(kind + "Axes", NetworkSource.Separate(
        ("5, 3", $"{kind}(Axis = 0)"),
        ("3, 5, 2", $"{kind}(Axis = 0)"),
        ("3, 5, 2", $"{kind}(Axis = 1)"),
        ("3, 5, 2", $"{kind}(Axis = 2)"),
        ("1, 17", $"{kind}(Axis = 0)"),
        ("4, 16", $"{kind}(Axis = -1)"),
        ("16, 4", $"{kind}(Axis = 0)")));

    /// <summary>Two by two: the first between dense layers, the second before a loss. Nothing can learn in front of the threshold.</summary>
    private static IEnumerable<NetworkSource> AfterDense()
    {
        var activations = Elementwise.Where(activation => activation.Key != "Threshold")
            .Concat(AlongAnAxis.Select(kind => KeyValuePair.Create(kind, kind)))
            .Append(KeyValuePair.Create("Maxout", "Maxout(2)"))
            .ToArray();
        return activations.Chunk(2).Select((pair, i) =>
        {
            var second = pair.Length > 1 ? pair[1] : pair[0];
            return new NetworkSource(
                $"{pair[0].Key}Then{second.Key}",
                $"[Input({NetworkSource.Size(i + 5)}), Dense({2 * NetworkSource.Size(i)}), {pair[0].Value}, Dense({2 * NetworkSource.Size(i + 2)}), {second.Value}, SquaredError]",
                OwnMethods.Activations);
        });
    }
}
