using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The settings that <see cref="Adam"/> and <see cref="AdamW"/> share, and their update.</summary>
internal readonly record struct AdamUpdate
{
    // 54·ln 2.
    private const double LastDigits = 37.43;

    private readonly double _beta1;
    private readonly double _beta2;
    private readonly double _epsilon;
    private readonly bool _amsgrad;

    internal AdamUpdate(double beta1, double beta2, double epsilon, bool amsgrad)
    {
        _beta1 = Require.Decay(beta1);
        _beta2 = Require.Decay(beta2);
        _epsilon = Require.Positive(epsilon);
        _amsgrad = amsgrad;
    }

    // 1 − βᵗ, which is 1 as soon as βᵗ, at most e^(−(1 − β)t), is below half of the last digit of 1.
    internal static double Unbiased(double beta, long step) => (1 - beta) * step > LastDigits ? 1 : 1 - Math.Pow(beta, step);

    /// <summary>Updates a range.</summary>
    /// <param name="range">The range.</param>
    /// <param name="learningRate">The factor η of the step.</param>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="coupledDecay">The factor of the parameter in its gradient.</param>
    /// <param name="shrink">The factor that the parameter takes before the step.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Apply<T>(UpdateRange<T> range, double learningRate, long step, double coupledDecay, double shrink)
        where T : unmanaged
    {
        var rate = GenericLanes.Broadcast<T>(-learningRate / Unbiased(_beta1, step));
        var correction = GenericLanes.Broadcast<T>(1 / Math.Sqrt(Unbiased(_beta2, step)));
        var (keep1, gain1) = (GenericLanes.Broadcast<T>(_beta1), GenericLanes.Broadcast<T>(1 - _beta1));
        var (keep2, gain2) = (GenericLanes.Broadcast<T>(_beta2), GenericLanes.Broadcast<T>(1 - _beta2));
        var epsilon = GenericLanes.Broadcast<T>(_epsilon);
        var decay = GenericLanes.Broadcast<T>(coupledDecay);
        var factor = GenericLanes.Broadcast<T>(shrink);
        var parameters = range.Parameters;
        var gradients = range.Gradients[..parameters.Length];
        var means = range.First[..parameters.Length];
        var squares = range.Second[..parameters.Length];
        var largest = range.Third;
        for (var i = 0; i < parameters.Length; i++)
        {
            var gradient = GenericLanes.MultiplyAdd(decay, parameters[i], gradients[i]);
            var mean = GenericLanes.MultiplyAdd(keep1, means[i], gain1 * gradient);
            var square = GenericLanes.MultiplyAdd(keep2, squares[i], gain2 * gradient * gradient);
            means[i] = mean;
            squares[i] = square;
            if (_amsgrad)
            {
                square = Vector.Max(largest[i], square);
                largest[i] = square;
            }

            var divisor = GenericLanes.MultiplyAdd(correction, Vector.SquareRoot(square), epsilon);
            parameters[i] = GenericLanes.MultiplyAdd(rate, mean / divisor, factor * parameters[i]);
        }
    }
}
