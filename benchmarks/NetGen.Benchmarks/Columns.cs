using System;
using System.Linq;

namespace NetGen.Benchmarks;

/// <summary>Numbers for columns.</summary>
internal static class Columns
{
    private static readonly Random Numbers = new(1);

    public static float[] Uniform(int count) => Enumerable.Range(0, count).Select(_ => Numbers.NextSingle()).ToArray();

    /// <summary>Of mean 0 and variance 1, as the peers' inputs are (Box and Muller 1958).</summary>
    public static float[] Normal(int count) => Enumerable.Range(0, count)
        .Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - Numbers.NextDouble())) * Math.Cos(2 * Math.PI * Numbers.NextDouble()))).ToArray();

    public static int[] Classes(int count, int classes) => Enumerable.Range(0, count).Select(_ => Numbers.Next(classes)).ToArray();
}
