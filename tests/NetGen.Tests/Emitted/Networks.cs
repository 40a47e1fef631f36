using System;

namespace NetGen.Tests.Emitted;

/// <summary>A classifier with dropout.</summary>
[Network(L2 = 1e-4)]
[Input(20)]
[Dense(33), ReLU, Dropout(0.3)]
[Dense(17), Tanh]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class Classifier;

/// <summary>An autoencoder with tied weights, which prepares a transposed weight for its predictions.</summary>
[Network]
[Input(18)]
[Dense(7, Name = "encoder"), Sigmoid]
[Dense(18, TiedTo = "encoder", Transposed = true)]
[MeanSquaredError]
internal sealed partial class Autoencoder;

/// <summary>Own element-wise methods, in double precision.</summary>
[Network(Precision = Precision.Double)]
[Input(3), Dense(5), Activation(nameof(Swish)), Dense(2), Loss(nameof(Quartic))]
internal sealed partial class OwnMethods
{
    private static double Swish(double x) => x / (1 + Math.Exp(-x));

    private static double Quartic(double prediction, double target) => Math.Pow(prediction - target, 4);
}
