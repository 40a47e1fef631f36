using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// Adam: m ← β₁·m + (1 − β₁)·g, v ← β₂·v + (1 − β₂)·g², w ← w − η·m̂ / (√v̂ + ε) with m̂ = m/(1 − β₁ᵗ) and
/// v̂ = v/(1 − β₂ᵗ). Kingma and Ba, 2015.
/// </summary>
public sealed class Adam : Optimizer
{
    private readonly AdamUpdate _update;

    /// <summary>Creates the optimiser.</summary>
    /// <param name="learningRate">The factor η of the step.</param>
    /// <param name="beta1">The share β₁ of the mean gradient that each step keeps, in [0, 1).</param>
    /// <param name="beta2">The share β₂ of the mean square that each step keeps, in [0, 1).</param>
    /// <param name="epsilon">The ε that keeps the divisor from zero, positive.</param>
    /// <param name="weightDecay">Adds weightDecay · w to the gradient; see <see cref="AdamW"/> for the other form.</param>
    /// <param name="amsgrad">Whether to divide by the largest v so far. Reddi, Kale and Kumar, 2018.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public Adam(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0, bool amsgrad = false)
        : base(learningRate, weightDecay, StateNamesOf(amsgrad))
    {
        _update = new AdamUpdate(beta1, beta2, epsilon, amsgrad);
    }

    internal static ImmutableArray<string> StateNamesOf(bool amsgrad) =>
        amsgrad ? ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"] : ["exp_avg", "exp_avg_sq"];

    private protected override void Update(UpdateRange<float> range) =>
        _update.Apply(range, LearningRate, StepCount, coupledDecay: range.WeightDecay, shrink: 1);

    private protected override void Update(UpdateRange<double> range) =>
        _update.Apply(range, LearningRate, StepCount, coupledDecay: range.WeightDecay, shrink: 1);
}
