using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>Clipping does what PyTorch's clip_grad_norm_ and clip_grad_value_ do.</summary>
[Trait("Category", "Numeric")]
public class GradientClippingTests
{
    [Theory]
    [InlineData("norm_3", 3.0, ElementType.Float32)]
    [InlineData("norm_3", 3.0, ElementType.Float64)]
    [InlineData("norm_100", 100.0, ElementType.Float32)]
    [InlineData("norm_100", 100.0, ElementType.Float64)]
    public void ByNorm(string name, double bound, ElementType type)
    {
        var (norm, expected) = OptimizerReference.Clipped(name);
        var parameters = TestParameters.Store(type);
        var gradients = TestParameters.Gradients(parameters, OptimizerReference.Gradients[0]);

        // The values are multiples of 1/64, so that the sum of squares is exact and only the root and one division round.
        Assert.InRange(Math.Abs(norm!.Value - GradientClipping.ClipNorm(gradients, bound)) / norm.Value, 0, 4 * Math.Pow(2, -53));
        var unit = type == ElementType.Float64 ? Math.Pow(2, -53) : Math.Pow(2, -24);
        Assert.All(gradients.Views(), view => Assert.InRange(TestParameters.Difference(expected[view.Name], view.ToArray<double>()), 0, 4 * unit));
        TestParameters.AssertPaddingIsZero(gradients);
    }

    [Theory]
    [InlineData(ElementType.Float32)]
    [InlineData(ElementType.Float64)]
    public void ByValue(ElementType type)
    {
        var (_, expected) = OptimizerReference.Clipped("value_half");
        var parameters = TestParameters.Store(type);
        var gradients = TestParameters.Gradients(parameters, OptimizerReference.Gradients[0]);
        GradientClipping.ClipValue(gradients, 0.5);
        Assert.All(gradients.Views(), view => Assert.Equal(expected[view.Name], view.ToArray<double>()));
    }

    [Fact]
    public void FrozenParametersDoNotCount()
    {
        var parameters = TestParameters.Store(ElementType.Float32, TestParameters.Weight with { Trainable = false }, TestParameters.Bias);
        var gradients = TestParameters.Gradients(parameters, OptimizerReference.Gradients[0]);
        var norm = Math.Sqrt(OptimizerReference.Gradients[0]["bias"].Sum(value => value * value));
        Assert.Equal(norm, GradientClipping.Norm(gradients), 1e-15 * norm);

        GradientClipping.ClipValue(gradients, 0.01);
        GradientClipping.ClipNorm(gradients, 0.01);
        Assert.Equal(OptimizerReference.Gradients[0]["weight"], gradients["weight"].ToArray<double>());
        Assert.Equal(0.01, GradientClipping.Norm(gradients), 1e-5);
    }

    [Fact]
    public void SquaresDoNotOverflowInFloat()
    {
        var parameters = TestParameters.Store(ElementType.Float32);
        var gradients = new ParameterBuffer(parameters.Segments, ElementType.Float32);
        gradients["bias"].CopyFrom(3e30, 4e30, 0);
        Assert.Equal(5e30, GradientClipping.Norm(gradients), 5e30 * Math.Pow(2, -23));
    }

    [Fact]
    public void BoundsThatAreNotPositiveAreRefused()
    {
        var gradients = new ParameterBuffer(TestParameters.Segments, ElementType.Float32);
        Assert.Equal("maxNorm", Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ClipNorm(gradients, 0)).ParamName);
        Assert.Equal("maxValue", Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ClipValue(gradients, double.NaN)).ParamName);
    }
}
