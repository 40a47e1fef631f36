using System;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>Own methods may be written in either floating-point type, whatever that of the network.</summary>
public sealed class OwnMethodTypeTests
{
    [Fact]
    public void The_type_of_a_method_changes_nothing()
    {
        var (single, other) = (new SingleMethods(1), new DoubleMethods(1));
        float[] inputs = [0.5f, -1.25f, 3, -0.1f, 7, 0.3f];
        float[] targets = [1, 2, 3, 4];
        var (gradients, otherGradients) = (single.CreateGradients(), other.CreateGradients());

        var loss = single.LossAndGradient(inputs, targets, single.CreateWorkspace(), gradients);
        var otherLoss = other.LossAndGradient(inputs, targets, other.CreateWorkspace(), otherGradients);

        Assert.Equal(ElementType.Float32, other.Description.ElementType);
        Assert.Equal(loss, otherLoss);
        Assert.Equal(gradients.Buffer.AsSpan<float>(), otherGradients.Buffer.AsSpan<float>());
    }
}

/// <summary>Own methods in the type of the network.</summary>
[Network]
[Input(3), Dense(5), Activation(nameof(Swish)), Dense(2), Loss(nameof(Quartic))]
internal sealed partial class SingleMethods
{
    private static float Swish(float x) => x / (1 + MathF.Exp(-x));

    private static float Quartic(float prediction, float target) => MathF.Pow(prediction - target, 4);
}

/// <summary>The same in the other type.</summary>
[Network]
[Input(3), Dense(5), Activation(nameof(Swish)), Dense(2), Loss(nameof(Quartic))]
internal sealed partial class DoubleMethods
{
    private static double Swish(double x) => x / (1 + Math.Exp(-x));

    private static double Quartic(double prediction, double target) => Math.Pow(prediction - target, 4);
}
