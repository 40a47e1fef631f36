using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// Adagrad: s ← s + g², w ← w − η/(1 + (t − 1)·rateDecay) · g / (√s + ε). Duchi, Hazan and Singer, 2011.
/// </summary>
public sealed class Adagrad : Optimizer
{
    private readonly double _rateDecay;
    private readonly double _initialAccumulator;
    private readonly double _epsilon;

    /// <summary>Creates the optimiser.</summary>
    /// <param name="learningRate">The factor η of the step.</param>
    /// <param name="rateDecay">How fast the learning rate falls with the number of steps.</param>
    /// <param name="weightDecay">Adds weightDecay · w to the gradient.</param>
    /// <param name="initialAccumulator">The value with which every sum s begins.</param>
    /// <param name="epsilon">The ε that keeps the divisor from zero, positive.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public Adagrad(double learningRate = 1e-2, double rateDecay = 0, double weightDecay = 0, double initialAccumulator = 0, double epsilon = 1e-10)
        : base(learningRate, weightDecay, "sum")
    {
        _rateDecay = Require.NonNegative(rateDecay);
        _initialAccumulator = Require.NonNegative(initialAccumulator);
        _epsilon = Require.Positive(epsilon);
    }

    private protected override void InitializeState()
    {
        var buffer = State[0].Buffer;
        foreach (var segment in State[0].Segments)
        {
            for (var i = 0; i < segment.Count; i++)
            {
                if (buffer.ElementType == ElementType.Float64)
                {
                    buffer.AsSpan<double>()[segment.Locate(i)] = _initialAccumulator;
                }
                else
                {
                    buffer.AsSpan<float>()[segment.Locate(i)] = (float)_initialAccumulator;
                }
            }
        }
    }

    private protected override void Update(UpdateRange<float> range) => Update<float>(range);

    private protected override void Update(UpdateRange<double> range) => Update<double>(range);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Update<T>(UpdateRange<T> range)
        where T : unmanaged
    {
        var rate = GenericLanes.Broadcast<T>(-LearningRate / (1 + ((StepCount - 1) * _rateDecay)));
        var decay = GenericLanes.Broadcast<T>(range.WeightDecay);
        var epsilon = GenericLanes.Broadcast<T>(_epsilon);
        var parameters = range.Parameters;
        var gradients = range.Gradients[..parameters.Length];
        var sums = range.First[..parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var gradient = GenericLanes.MultiplyAdd(decay, parameters[i], gradients[i]);
            var sum = GenericLanes.MultiplyAdd(gradient, gradient, sums[i]);
            sums[i] = sum;
            parameters[i] = GenericLanes.MultiplyAdd(rate, gradient / (Vector.SquareRoot(sum) + epsilon), parameters[i]);
        }
    }
}
