using System;
using System.Linq;

namespace NetGen.Tests.Training;

/// <summary>Small data sets drawn from a seed.</summary>
internal static class TestData
{
    /// <summary>y = x·(1, −2)ᵀ + 0.5 without noise, x uniform in [−1, 1)².</summary>
    internal static ListDataset Line(int count)
    {
        var x = Uniform(2 * count, seed: 3);
        var y = Enumerable.Range(0, count).Select(i => x[2 * i] - (2 * x[(2 * i) + 1]) + 0.5);
        return new ListDataset(count, ("input", x), ("target", [.. y]));
    }

    /// <summary>Three classes in the plane: which of x₀, x₁ and −x₀ − x₁ is the largest, with their index as target.</summary>
    internal static ListDataset Classes(int count)
    {
        var x = Uniform(2 * count, seed: 4);
        var classes = Enumerable.Range(0, count).Select(i => ClassOf(x[2 * i], x[(2 * i) + 1]));
        return new ListDataset(count, ("input", x), ("target", [.. classes]));
    }

    internal static double[] Uniform(int count, ulong seed)
    {
        var stream = new PhiloxStream(seed, Purpose: 0, Number: 0);
        return [.. Enumerable.Range(0, count).Select(i => (2 * stream.Uniform((ulong)i).First) - 1)];
    }

    private static double ClassOf(double first, double second)
    {
        double[] scores = [first, second, -first - second];
        return Array.IndexOf(scores, scores.Max());
    }
}
