namespace NetGen;

/// <summary>
/// Adam with decoupled weight decay: w ← w·(1 − η·weightDecay), then the step of <see cref="Adam"/>. The decay reaches
/// every trainable parameter, biases too, as in PyTorch with one parameter group, unless
/// <see cref="Optimizer.Decays"/> says which. Loshchilov and Hutter, 2019.
/// </summary>
public sealed class AdamW : Optimizer
{
    private readonly AdamUpdate _update;

    /// <summary>Creates the optimiser.</summary>
    /// <param name="learningRate">The factor η of the step.</param>
    /// <param name="beta1">The share β₁ of the mean gradient that each step keeps, in [0, 1).</param>
    /// <param name="beta2">The share β₂ of the mean square that each step keeps, in [0, 1).</param>
    /// <param name="epsilon">The ε that keeps the divisor from zero, positive.</param>
    /// <param name="weightDecay">How much of a parameter each step takes away, times the learning rate.</param>
    /// <param name="amsgrad">Whether to divide by the largest v so far. Reddi, Kale and Kumar, 2018.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public AdamW(double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 1e-2, bool amsgrad = false)
        : base(learningRate, weightDecay, Adam.StateNamesOf(amsgrad))
    {
        _update = new AdamUpdate(beta1, beta2, epsilon, amsgrad);
    }

    private protected override void Update(UpdateRange<float> range) =>
        _update.Apply(range, LearningRate, StepCount, coupledDecay: 0, shrink: 1 - (LearningRate * range.WeightDecay));

    private protected override void Update(UpdateRange<double> range) =>
        _update.Apply(range, LearningRate, StepCount, coupledDecay: 0, shrink: 1 - (LearningRate * range.WeightDecay));
}
