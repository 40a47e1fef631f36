namespace NetGen.Benchmarks;

/// <summary>The networks that are measured.</summary>
internal static partial class Networks
{
    [Network, Input(4), Dense(16), Tanh, Dense(3), SoftmaxCrossEntropy]
    internal sealed partial class Tiny;

    [Network, Input(784), Dense(128), ReLU, Dense(10), SoftmaxCrossEntropy]
    internal sealed partial class Small;

    /// <summary>401,408 parameters.</summary>
    [Network, Input(784), Dense(512, Bias = false), SquaredError]
    internal sealed partial class Wide;

    [Network, Input(784), Dense(512), ReLU, Dense(512), ReLU, Dense(10), SoftmaxCrossEntropy]
    internal sealed partial class Large;
}
