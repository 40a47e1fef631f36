using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace NetGen;

/// <summary>How well a network does on a data set.</summary>
/// <param name="Count">How many samples were evaluated.</param>
/// <param name="Loss">
/// The mean loss over the samples, weighted where the data bring sample weights, data and penalty apart. Where several
/// losses have sample weights that differ from each other, the batches count by the mean of their sums of weights.
/// </param>
/// <param name="Losses">What can be said about each loss, in the order of the declaration.</param>
/// <param name="Cancelled">Whether the evaluation was cancelled before it had seen all samples.</param>
public sealed record Evaluation(int Count, LossValue Loss, ImmutableArray<LossEvaluation> Losses, bool Cancelled)
{
    /// <summary>The accuracy of the first loss that classifies, in [0, 1]; NaN where none does.</summary>
    public double Accuracy => FirstClassifying()?.Accuracy ?? double.NaN;

    /// <summary>The confusion matrix of the first loss that classifies; null where none does or it has more than 1024 classes.</summary>
    public ConfusionMatrix? ConfusionMatrix => FirstClassifying()?.ConfusionMatrix;

    /// <summary>Loss and accuracies in one line, in the invariant culture.</summary>
    public override string ToString()
    {
        var samples = string.Create(CultureInfo.InvariantCulture, $"{Count} {(Count == 1 ? "sample" : "samples")}");
        var accuracies = string.Concat(Losses.Where(Classifies).Select(loss => string.Create(
            CultureInfo.InvariantCulture, $", accuracy {loss.Accuracy:0.0000}{(Losses.Length > 1 ? $" by '{loss.Name}'" : string.Empty)}")));
        return $"{samples}: loss {Loss}{accuracies}{(Cancelled ? ", cancelled" : string.Empty)}";
    }

    private static bool Classifies(LossEvaluation loss) => !double.IsNaN(loss.Accuracy);

    private LossEvaluation? FirstClassifying() => Losses.FirstOrDefault(Classifies);
}
