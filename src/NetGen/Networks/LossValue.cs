using System.Globalization;

namespace NetGen;

/// <summary>The value of a network's loss over a batch.</summary>
/// <param name="Data">The losses on the data, each times its weight, averaged over the samples.</param>
/// <param name="Penalty">The L1 and L2 terms.</param>
public readonly record struct LossValue(double Data, double Penalty)
{
    /// <summary>What training minimises.</summary>
    public double Total => Data + Penalty;

    /// <summary>The total, and what it is made of where there is a penalty, in the invariant culture.</summary>
    public override string ToString() => Penalty == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Data:G4}")
        : string.Create(CultureInfo.InvariantCulture, $"{Total:G4} (data {Data:G4}, penalty {Penalty:G4})");
}
