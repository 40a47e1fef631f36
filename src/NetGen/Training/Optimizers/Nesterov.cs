namespace NetGen;

/// <summary>
/// Nesterov's accelerated gradient in PyTorch's form: v ← μ·v + g, w ← w − η·(g + μ·v). Nesterov, 1983; Sutskever,
/// Martens, Dahl and Hinton, 2013.
/// </summary>
public sealed class Nesterov : Optimizer
{
    private readonly double _momentum;

    /// <summary>Creates the optimiser.</summary>
    /// <param name="learningRate">The factor η of the step.</param>
    /// <param name="momentum">The share μ of the velocity that each step keeps, in [0, 1].</param>
    /// <param name="weightDecay">Adds weightDecay · w to the gradient.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">An argument lies outside its range.</exception>
    public Nesterov(double learningRate = 1e-3, double momentum = 0.9, double weightDecay = 0)
        : base(learningRate, weightDecay, "momentum_buffer")
    {
        _momentum = Require.Share(momentum);
    }

    private MomentumUpdate Formula => new(LearningRate, _momentum, Gain: 1, LooksAhead: true);

    private protected override void Update(UpdateRange<float> range) => Formula.Apply(range);

    private protected override void Update(UpdateRange<double> range) => Formula.Apply(range);
}
