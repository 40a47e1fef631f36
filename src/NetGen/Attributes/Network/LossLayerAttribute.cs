namespace NetGen;

/// <summary>
/// The base of every loss. The value of a loss is the mean over the samples, weighted where the batch brings sample
/// weights: Σ wᵢ·lᵢ / Σ wᵢ. Several losses of one network add up, each times its <see cref="Weight"/>.
/// </summary>
public abstract class LossLayerAttribute : LayerAttribute
{
    /// <summary>The factor of this loss in the total.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>The name of the target column; losses with the same name share it. Unless given <c>target</c>, then <c>target2</c>, …</summary>
    public string? Target { get; set; }
}
