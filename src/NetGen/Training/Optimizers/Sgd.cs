using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Stochastic gradient descent: w ← w − η·g. Robbins and Monro, 1951.</summary>
public sealed class Sgd : Optimizer
{
    /// <summary>Creates the optimiser.</summary>
    /// <param name="learningRate">The factor η of the step.</param>
    /// <param name="weightDecay">Adds weightDecay · w to the gradient.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument is negative or not finite.</exception>
    public Sgd(double learningRate = 1e-3, double weightDecay = 0)
        : base(learningRate, weightDecay)
    {
    }

    private protected override void Update(UpdateRange<float> range) => Update<float>(range);

    private protected override void Update(UpdateRange<double> range) => Update<double>(range);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Update<T>(UpdateRange<T> range)
        where T : unmanaged
    {
        var rate = GenericLanes.Broadcast<T>(-LearningRate);
        var decay = GenericLanes.Broadcast<T>(range.WeightDecay);
        var parameters = range.Parameters;
        var gradients = range.Gradients[..parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var gradient = GenericLanes.MultiplyAdd(decay, parameters[i], gradients[i]);
            parameters[i] = GenericLanes.MultiplyAdd(rate, gradient, parameters[i]);
        }
    }
}
