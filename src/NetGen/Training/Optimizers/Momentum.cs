namespace NetGen;

/// <summary>
/// Gradient descent with momentum: v ← μ·v + (1 − dampening)·g, w ← w − η·v; the first step takes v = g. Polyak, 1964.
/// </summary>
public sealed class Momentum : Optimizer
{
    private readonly double _momentum;
    private readonly double _dampening;

    /// <summary>Creates the optimiser.</summary>
    /// <param name="learningRate">The factor η of the step.</param>
    /// <param name="momentum">The share μ of the velocity that each step keeps, in [0, 1].</param>
    /// <param name="dampening">The share of the gradient that is left out of the velocity, in [0, 1].</param>
    /// <param name="weightDecay">Adds weightDecay · w to the gradient.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public Momentum(double learningRate = 1e-3, double momentum = 0.9, double dampening = 0, double weightDecay = 0)
        : base(learningRate, weightDecay, "momentum_buffer")
    {
        _momentum = Require.Share(momentum);
        _dampening = Require.Share(dampening);
    }

    private MomentumUpdate Formula => new(LearningRate, _momentum, StepCount == 1 ? 1 : 1 - _dampening, LooksAhead: false);

    private protected override void Update(UpdateRange<float> range) => Formula.Apply(range);

    private protected override void Update(UpdateRange<double> range) => Formula.Apply(range);
}
