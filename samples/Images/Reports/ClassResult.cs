using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.Samples.Images.Reports;

/// <summary>How the images of one class were read.</summary>
/// <param name="Name">The class.</param>
/// <param name="Count">How many images there are.</param>
/// <param name="Right">How many were recognised.</param>
/// <param name="Mistake">For what the others were taken most often, or nothing where there are none.</param>
internal sealed record ClassResult(string Name, long Count, long Right, string Mistake)
{
    /// <summary>The part that was recognised, or nothing where there are no images.</summary>
    public string Share => Count == 0 ? string.Empty : ((double)Right / Count).ToString("0.0%", CultureInfo.InvariantCulture);

    /// <summary>The results of all classes.</summary>
    public static IReadOnlyList<ClassResult> Of(ConfusionMatrix matrix, IReadOnlyList<string> names)
    {
        var classes = Enumerable.Range(0, matrix.ClassCount).ToArray();
        return [.. classes.Select(truth =>
        {
            var mistake = classes.Where(other => other != truth).MaxBy(other => matrix[truth, other]);
            return new ClassResult(
                names[truth], classes.Sum(other => matrix[truth, other]), matrix[truth, truth], matrix[truth, mistake] > 0 ? names[mistake] : string.Empty);
        })];
    }
}
