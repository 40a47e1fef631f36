using System;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>
/// Derivatives of emitted code at double precision by central differences, which know nothing of differentiation. With a
/// step of h they err by h²·f‴/6 and by rounding of 2⁻⁵³·|f|/h; 1e-5 brings both to about 1e-10.
/// </summary>
internal static class CentralDifferences
{
    private const double Step = 1e-5;

    /// <summary>How far two steps may differ where the function is smooth: an order above their errors.</summary>
    private const double Smooth = 1e-8;

    private const double Rounding = 1.0 / (1L << 53);

    /// <summary>
    /// The derivative of Σ factors · function with respect to each of some numbers, or null where one of them has a kink or a
    /// jump within twice the step: there it has no derivative, and other numbers are to be tried. Differences are taken
    /// before sums, so that large terms which do not depend on the number cost no digits.
    /// </summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="set">Sets one of them.</param>
    /// <param name="function">What depends on them.</param>
    /// <param name="factors">The factor of each value of the function.</param>
    public static double[]? Gradient(double[] numbers, Action<int, double> set, Func<double[]> function, double[] factors)
    {
        var gradient = new double[numbers.Length];
        var twice = new double[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            gradient[i] = Derivative(i, Step);
            twice[i] = Derivative(i, 2 * Step);
            set(i, numbers[i]);
        }

        var scale = Math.Max(1, gradient.Select(Math.Abs).DefaultIfEmpty().Max());
        return gradient.Zip(twice, (one, two) => Math.Abs(one - two)).All(difference => difference <= Smooth * scale) ? gradient : null;

        double Derivative(int i, double step)
        {
            set(i, numbers[i] + step);
            var above = function();
            set(i, numbers[i] - step);
            var below = function();
            var (sum, terms) = (0.0, 0.0);
            for (var k = 0; k < factors.Length; k++)
            {
                sum += factors[k] * (above[k] - below[k]);
                terms += Math.Abs(factors[k]) * (Math.Abs(above[k]) + Math.Abs(below[k]));
            }

            // Less than a rounding of every term is what is left of a function that does not depend on the number.
            return Math.Abs(sum) <= terms * Rounding ? 0 : sum / (2 * step);
        }
    }
}
