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

    [Network]
    [Input(1, 28, 28), Conv2D(6, 5, Padding = 2), ReLU, MaxPool2D(2), Conv2D(16, 5), ReLU, MaxPool2D(2)]
    [Flatten, Dense(120), ReLU, Dense(84), ReLU, Dense(10), SoftmaxCrossEntropy]
    internal sealed partial class LeNet5;

    [Network]
    [Input(3, 32, 32), Conv2D(32, 3, Padding = 1), ReLU, Conv2D(32, 3, Padding = 1), ReLU, MaxPool2D(2), Conv2D(64, 3, Padding = 1), ReLU, MaxPool2D(2)]
    [Flatten, Dense(256), ReLU, Dense(10), SoftmaxCrossEntropy]
    internal sealed partial class CifarCnn;

    /// <summary>The same without Winograd's form, as the sums stand.</summary>
    [Network]
    [Input(3, 32, 32), Conv2D(32, 3, Padding = 1), ReLU, Conv2D(32, 3, Padding = 1, Winograd = false), ReLU, MaxPool2D(2), Conv2D(64, 3, Padding = 1, Winograd = false), ReLU, MaxPool2D(2)]
    [Flatten, Dense(256), ReLU, Dense(10), SoftmaxCrossEntropy]
    internal sealed partial class CifarCnnDirect;
}
