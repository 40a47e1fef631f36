using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

[Trait("Category", "Numeric")]
public class RegularizationTests
{
    private const double L1 = 0.25;
    private const double L2 = 0.5;

    public static TheoryData<ElementType> Types() => [ElementType.Float32, ElementType.Float64];

    [Theory]
    [MemberData(nameof(Types))]
    public void PenaltyAndGradientFollowTheFormula(ElementType type)
    {
        var parameters = TestParameters.Store(type, TestParameters.Weight with { L1 = L1, L2 = L2 }, TestParameters.Bias);
        var gradients = TestParameters.Gradients(parameters, OptimizerReference.Gradients[0]);
        var weights = OptimizerReference.Initial["weight"];

        // All factors and values are multiples of powers of two, so that nothing rounds.
        var penalty = weights.Sum(w => (L1 * Math.Abs(w)) + (0.5 * L2 * w * w));
        var expected = weights.Zip(OptimizerReference.Gradients[0]["weight"], (w, g) => g + (L1 * Math.Sign(w)) + (L2 * w));
        Assert.Equal(penalty, Regularization.Penalty(parameters));
        Assert.Equal(penalty, Regularization.AddGradient(parameters, gradients));
        Assert.Equal(expected, gradients["weight"].ToArray<double>());
        Assert.Equal(OptimizerReference.Gradients[0]["bias"], gradients["bias"].ToArray<double>());
        TestParameters.AssertPaddingIsZero(gradients);
    }

    [Fact]
    public void TheGradientIsThatOfThePenalty()
    {
        var parameters = TestParameters.Store(ElementType.Float64, TestParameters.Weight with { L1 = 0.3, L2 = 0.7 }, TestParameters.Bias with { L2 = 0.2 });
        var gradients = new ParameterBuffer(parameters.Segments, ElementType.Float64);
        Regularization.AddGradient(parameters, gradients);
        const double step = 1.0 / 1024;
        foreach (var view in parameters.Views())
        {
            for (var i = 0; i < view.Shape[0]; i++)
            {
                var index = view.Shape.Length == 2 ? new[] { i, 0 } : [i];
                var value = view[index];
                Assert.NotEqual(0, value);
                view[index] = value + step;
                var above = Regularization.Penalty(parameters);
                view[index] = value - step;
                var below = Regularization.Penalty(parameters);
                view[index] = value;

                // The penalty is quadratic away from 0, so that central differences err by rounding alone: 1e-15 · 20 / step.
                Assert.Equal(gradients[view.Name][index], (above - below) / (2 * step), 1e-10);
            }
        }
    }

    [Fact]
    public void ZeroHasNoSign()
    {
        var parameters = new ParameterStore([TestParameters.Bias with { L1 = 1 }], ElementType.Float32);
        parameters["bias"].CopyFrom(0, -0.0, -3);
        var gradients = new ParameterBuffer(parameters.Segments, ElementType.Float32);
        Assert.Equal(3, Regularization.AddGradient(parameters, gradients));
        Assert.Equal([0, 0, -1], gradients["bias"].ToArray<double>());
    }

    [Fact]
    public void FrozenParametersCountButGetNoGradient()
    {
        var parameters = TestParameters.Store(ElementType.Float32, TestParameters.Weight with { L2 = L2, Trainable = false }, TestParameters.Bias);
        var gradients = new ParameterBuffer(parameters.Segments, ElementType.Float32);
        Assert.Equal(0.5 * L2 * OptimizerReference.Initial["weight"].Sum(w => w * w), Regularization.AddGradient(parameters, gradients));
        Assert.All(TestParameters.Flat(gradients), value => Assert.Equal(0, value));
    }

    [Fact]
    public void GradientsOfAnotherTypeAreRefused()
    {
        var parameters = TestParameters.Store(ElementType.Float32);
        Assert.Throws<ArgumentException>(() => Regularization.AddGradient(parameters, new ParameterBuffer(parameters.Segments, ElementType.Float64)));
    }
}
