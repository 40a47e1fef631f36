namespace NetGen.Benchmarks;

/// <summary>The networks that are measured.</summary>
internal static partial class Networks
{
    [Network, Input(784), Dense(128), ReLU, Dense(10), SoftmaxCrossEntropy]
    internal sealed partial class Small;

    [Network, Input(784), Dense(512), ReLU, Dense(512), ReLU, Dense(10), SoftmaxCrossEntropy]
    internal sealed partial class Large;
}
