using System;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Blocks of weights transposed from panels along one axis to panels along the other.</summary>
[Trait("Category", "Numeric")]
public class PanelsTests
{
    public static TheoryData<int, int> Sizes
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var rows in new[] { 1, 3, 15, 16 })
            {
                foreach (var lanes in new[] { 1, 4, 15, 16 })
                {
                    data.Add(rows, lanes);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ABlockIsTransposedAndItsEndIsZero(int rows, int lanes)
    {
        var source = Enumerable.Range(1, 256).Select(i => (float)i).ToArray();
        var target = new float[256];
        Array.Fill(target, float.NaN);
        Panels.Transpose(ref source[0], ref target[0], rows, lanes);
        Check(i => source[i], i => target[i], rows, lanes);

        var doubles = Array.ConvertAll(source, value => (double)value);
        var doubleTarget = new double[256];
        Array.Fill(doubleTarget, double.NaN);
        Panels.Transpose(ref doubles[0], ref doubleTarget[0], rows, lanes);
        Check(i => doubles[i], i => doubleTarget[i], rows, lanes);
    }

    private static void Check(Func<int, double> source, Func<int, double> target, int rows, int lanes)
    {
        for (var lane = 0; lane < 16; lane++)
        {
            for (var row = 0; row < 16; row++)
            {
                var expected = lane >= lanes ? double.NaN : row < rows ? source((row * 16) + lane) : 0;
                Assert.Equal(expected, target((lane * 16) + row));
            }
        }
    }
}
