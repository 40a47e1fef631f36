using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// RMSProp: s ← α·s + (1 − α)·g², w ← w − η·g / (√s + ε). Tieleman and Hinton, 2012. Centred, it divides by the
/// deviation √(s − m²) with m ← α·m + (1 − α)·g (Graves, 2013). With momentum it steps along v ← μ·v + g / (√s + ε).
/// </summary>
public sealed class RMSProp : Optimizer
{
    private const string StateSquares = "square_avg";
    private const string StateVelocity = "momentum_buffer";
    private const string StateMean = "grad_avg";
    private static readonly string[] NoState = [];

    private readonly double _alpha;
    private readonly double _epsilon;
    private readonly double _momentum;
    private readonly bool _centered;

    /// <summary>Creates the optimiser.</summary>
    /// <param name="learningRate">The factor η of the step.</param>
    /// <param name="alpha">The share α of the mean square that each step keeps, in [0, 1].</param>
    /// <param name="epsilon">The ε that keeps the divisor from zero, positive.</param>
    /// <param name="weightDecay">Adds weightDecay · w to the gradient.</param>
    /// <param name="momentum">The share μ of the velocity that each step keeps, in [0, 1]; 0 for none.</param>
    /// <param name="centered">Whether to divide by the deviation in place of the root mean square.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public RMSProp(double learningRate = 1e-2, double alpha = 0.99, double epsilon = 1e-8, double weightDecay = 0, double momentum = 0, bool centered = false)
        : base(learningRate, weightDecay, [StateSquares, .. momentum > 0 ? [StateVelocity] : NoState, .. centered ? [StateMean] : NoState])
    {
        _alpha = Require.Share(alpha);
        _epsilon = Require.Positive(epsilon);
        _momentum = Require.Share(momentum);
        _centered = centered;
    }

    private protected override void Update(UpdateRange<float> range) => Update<float>(range);

    private protected override void Update(UpdateRange<double> range) => Update<double>(range);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Update<T>(UpdateRange<T> range)
        where T : unmanaged
    {
        var rate = GenericLanes.Broadcast<T>(-LearningRate);
        var decay = GenericLanes.Broadcast<T>(range.WeightDecay);
        var keep = GenericLanes.Broadcast<T>(_alpha);
        var gain = GenericLanes.Broadcast<T>(1 - _alpha);
        var epsilon = GenericLanes.Broadcast<T>(_epsilon);
        var momentum = GenericLanes.Broadcast<T>(_momentum);
        var parameters = range.Parameters;
        var gradients = range.Gradients[..parameters.Length];
        var squares = range.First[..parameters.Length];
        var velocities = _momentum > 0 ? range.Second : default;
        var means = _momentum > 0 ? range.Third : range.Second;
        for (var i = 0; i < parameters.Length; i++)
        {
            var gradient = GenericLanes.MultiplyAdd(decay, parameters[i], gradients[i]);
            var square = GenericLanes.MultiplyAdd(keep, squares[i], gain * gradient * gradient);
            squares[i] = square;
            if (_centered)
            {
                means[i] = GenericLanes.MultiplyAdd(keep, means[i], gain * gradient);

                // Rounding can take the variance of a steady gradient below zero.
                square = Vector.Max(square - (means[i] * means[i]), Vector<T>.Zero);
            }

            var direction = gradient / (Vector.SquareRoot(square) + epsilon);
            if (_momentum > 0)
            {
                direction = GenericLanes.MultiplyAdd(momentum, velocities[i], direction);
                velocities[i] = direction;
            }

            parameters[i] = GenericLanes.MultiplyAdd(rate, direction, parameters[i]);
        }
    }
}
