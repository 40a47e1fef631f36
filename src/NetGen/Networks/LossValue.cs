namespace NetGen;

/// <summary>The value of a network's loss over a batch.</summary>
/// <param name="Data">The losses on the data, each times its weight, averaged over the samples.</param>
/// <param name="Penalty">The L1 and L2 terms.</param>
public readonly record struct LossValue(double Data, double Penalty)
{
    /// <summary>What training minimises.</summary>
    public double Total => Data + Penalty;
}
