using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Tests.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>
/// Derivatives of a function of many numbers by differences. With D(h) = (f(x + h) − f(x − h)) / 2h, the
/// combination (4·D(h) − D(2h)) / 3 has an error of order h⁴. With h = 2⁻¹⁴ that is below 1e-16 of the fifth derivative, and rounding
/// gives 1e-16 / 2⁻¹⁴ ≈ 2e-12 of f. Where f is smooth D(h) and D(2h) differ by h² f‴ / 2 ≈ 2e-9 f‴. A kink within 2h, in f or in its slope, makes them
/// differ by more, and the combination is off by at most a third of what only D(2h) is: so numbers for which they differ by 2e-6 are drawn
/// again, without asking the gradient under test.
/// </summary>
internal static class CentralDifferences
{
    public const double Tolerance = 1e-6;

    private const double StepSize = 1.0 / 16384;
    private const double KinkSign = 2e-6;

    /// <summary>The derivatives with respect to some numbers, or null where a kink is near.</summary>
    /// <param name="get">Reads a number.</param>
    /// <param name="set">Writes a number.</param>
    /// <param name="count">How many numbers.</param>
    /// <param name="function">The function of all of them.</param>
    public static double[]? Of(Func<int, double> get, Action<int, double> set, int count, Func<double> function)
    {
        var near = new double[count];
        var far = new double[count];
        for (var i = 0; i < count; i++)
        {
            var number = get(i);
            near[i] = Difference(i, number, StepSize, set, function);
            far[i] = Difference(i, number, 2 * StepSize, set, function);
            set(i, number);
        }

        return Agreement.Error(near, far) < KinkSign ? near.Zip(far, (n, f) => ((4 * n) - f) / 3).ToArray() : null;
    }

    /// <summary>Draws numbers by seed until no kink is near, and checks the gradients found with them.</summary>
    /// <param name="what">The name of the network, for messages.</param>
    /// <param name="attempt">For a seed: pairs of differences and gradients by name, or null where a kink is near.</param>
    public static void Check(string what, Func<int, IReadOnlyList<(string Name, double[] Differences, double[] Gradient)>?> attempt)
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            if (attempt(seed) is { } tensors)
            {
                foreach (var (name, differences, gradient) in tensors)
                {
                    Agreement.Check(differences, gradient, Tolerance, $"{what}, {name}");
                }

                return;
            }
        }

        Assert.Fail($"{what}: 200 seeds gave no numbers away from kinks.");
    }

    private static double Difference(int i, double number, double step, Action<int, double> set, Func<double> function)
    {
        set(i, number + step);
        var above = function();
        set(i, number - step);
        return (above - function()) / (2 * step);
    }
}
