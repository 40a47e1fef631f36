using System.Linq;
using System.Numerics;
using System.Runtime.Intrinsics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>What is done with some of the lanes of a vector.</summary>
[Trait("Category", "Numeric")]
public class LanesTests
{
    /// <summary>None, any number, and more than there are.</summary>
    [Fact]
    public void TheFirstLanesAreStoredAndNothingAfterThem()
    {
        for (var count = -3; count <= Vector<float>.Count + 1; count++)
        {
            var stored = Enumerable.Repeat(-1f, Vector<float>.Count + 1).ToArray();
            NetGen.Numerics.Lanes.Store(Vector<float>.Indices, ref stored[0], count);
            Assert.Equal(Enumerable.Range(0, stored.Length).Select(i => i < count && i < Vector<float>.Count ? (float)i : -1), stored);
        }

        for (var count = -3; count <= Vector<double>.Count + 1; count++)
        {
            var stored = Enumerable.Repeat(-1.0, Vector<double>.Count + 1).ToArray();
            NetGen.Numerics.Lanes.Store(Vector<double>.Indices, ref stored[0], count);
            Assert.Equal(Enumerable.Range(0, stored.Length).Select(i => i < count && i < Vector<double>.Count ? (double)i : -1), stored);
        }
    }

    /// <summary>Half by half, whatever vectors the machine has.</summary>
    [Fact]
    public void PartsOfEightLanesAreStoredAndNothingAfterThem()
    {
        for (var count = -1; count < 8; count++)
        {
            var stored = Enumerable.Repeat(-1f, 9).ToArray();
            NetGen.Numerics.Lanes.StorePart(Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7), ref stored[0], count);
            Assert.Equal(Enumerable.Range(0, stored.Length).Select(i => i < count ? (float)i : -1), stored);
        }
    }
}
