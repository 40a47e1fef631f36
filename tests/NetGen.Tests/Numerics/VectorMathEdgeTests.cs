using System;
using System.Numerics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Signs of zero, saturation and limits, which a tolerance does not see.</summary>
[Trait("Category", "Numeric")]
public class VectorMathEdgeTests
{
    [Fact]
    public void OddFunctionsKeepTheSignOfZero()
    {
        Func<Vector<float>, Vector<float>>[] singles =
            [VectorMath.ExpMinusOne, VectorMath.LogOnePlus, VectorMath.Tanh, VectorMath.Erf, VectorMath.Sign];
        Func<Vector<double>, Vector<double>>[] doubles =
            [VectorMath.ExpMinusOne, VectorMath.LogOnePlus, VectorMath.Tanh, VectorMath.Erf, VectorMath.Sign];
        Assert.All(singles, f => Assert.Equal([0x80000000, 0u], Array.ConvertAll(Lanes.Apply(f, [-0f, 0f]), BitConverter.SingleToUInt32Bits)));
        Assert.All(doubles, f => Assert.Equal([1UL << 63, 0UL], Array.ConvertAll(Lanes.Apply(f, [-0.0, 0.0]), BitConverter.DoubleToUInt64Bits)));
    }

    [Fact]
    public void SaturatingFunctionsAreExactFarOut()
    {
        float[] far = [-1e4f, -88, -20, 20, 88, 1e4f, float.NegativeInfinity, float.PositiveInfinity];
        float[] signs = [-1, -1, -1, 1, 1, 1, -1, 1];
        Assert.Equal(signs, Lanes.Apply(VectorMath.Tanh, far));
        Assert.Equal(signs, Lanes.Apply(VectorMath.Erf, far));
        Assert.Equal([1f, 1, 1, 1, 0, 0], Lanes.Apply(VectorMath.Sigmoid, [20f, 88, 1e4f, float.PositiveInfinity, -1e4f, float.NegativeInfinity]));
        Assert.Equal([1e4f, 88, 0, 0], Lanes.Apply(VectorMath.Softplus, [1e4f, 88, -1e4f, float.NegativeInfinity]));
    }

    [Fact]
    public void NothingLeavesTheRangeOfItsFunction()
    {
        var x = new float[200001];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = (i - 100000) * 1e-4f;
        }

        Assert.All(Lanes.Apply(VectorMath.Tanh, x), y => Assert.InRange(y, -1, 1));
        Assert.All(Lanes.Apply(VectorMath.Erf, x), y => Assert.InRange(y, -1, 1));
        Assert.All(Lanes.Apply(VectorMath.Sigmoid, x), y => Assert.InRange(y, 0, 1));
    }

    [Fact]
    public void EveryLaneIsComputedAlike()
    {
        Func<Vector<float>, Vector<float>>[] functions =
        [
            VectorMath.Exp, VectorMath.ExpMinusOne, VectorMath.Log, VectorMath.LogOnePlus, VectorMath.Tanh, VectorMath.Sigmoid,
            VectorMath.Softplus, VectorMath.Sine, VectorMath.Cosine, VectorMath.Erf, x => VectorMath.Power(x, 1.3),
        ];
        foreach (var function in functions)
        {
            // One lane is beyond the range reduction of the sine: it must not change its neighbours.
            var lanes = new float[Vector<float>.Count];
            for (var i = 0; i < lanes.Length; i++)
            {
                lanes[i] = i == 1 ? 1e9f : 0.37f * (i + 1);
            }

            var together = Lanes.Apply(function, lanes);
            for (var i = 0; i < lanes.Length; i++)
            {
                var alone = function(new Vector<float>(lanes[i]))[Vector<float>.Count - 1];
                Assert.Equal(BitConverter.SingleToInt32Bits(alone), BitConverter.SingleToInt32Bits(together[i]));
            }
        }
    }
}
