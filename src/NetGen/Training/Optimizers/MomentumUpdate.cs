using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The update that <see cref="Momentum"/> and <see cref="Nesterov"/> share.</summary>
/// <param name="LearningRate">The factor η of the step.</param>
/// <param name="Keep">The share μ of the velocity that is kept.</param>
/// <param name="Gain">The factor of the gradient in the velocity: 1 − dampening, and 1 on the first step.</param>
/// <param name="LooksAhead">Whether the step uses g + μ·v (Nesterov) in place of v.</param>
internal readonly record struct MomentumUpdate(double LearningRate, double Keep, double Gain, bool LooksAhead)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Apply<T>(UpdateRange<T> range)
        where T : unmanaged
    {
        var rate = GenericLanes.Broadcast<T>(-LearningRate);
        var keep = GenericLanes.Broadcast<T>(Keep);
        var gain = GenericLanes.Broadcast<T>(Gain);
        var decay = GenericLanes.Broadcast<T>(range.WeightDecay);
        var parameters = range.Parameters;
        var gradients = range.Gradients[..parameters.Length];
        var velocities = range.First[..parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var gradient = GenericLanes.MultiplyAdd(decay, parameters[i], gradients[i]);
            var velocity = GenericLanes.MultiplyAdd(keep, velocities[i], gain * gradient);
            var direction = LooksAhead ? GenericLanes.MultiplyAdd(keep, velocity, gradient) : velocity;
            velocities[i] = velocity;
            parameters[i] = GenericLanes.MultiplyAdd(rate, direction, parameters[i]);
        }
    }
}
