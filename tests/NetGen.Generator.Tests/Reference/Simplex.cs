using System;
using System.Linq;

namespace NetGen.Generator.Tests.Reference;

/// <summary>The projection onto the probability simplex by bisection of its threshold, which needs no sorting and no support.</summary>
internal static class Simplex
{
    public static double[] Project(double[] x)
    {
        var (low, high) = (x.Max() - 1, x.Max());
        while (low < (low + high) / 2 && (low + high) / 2 < high)
        {
            var middle = (low + high) / 2;
            var sum = x.Sum(number => Math.Max(number - middle, 0));
            (low, high) = sum > 1 ? (middle, high) : (low, middle);
        }

        return x.Select(number => Math.Max(number - high, 0)).ToArray();
    }
}
