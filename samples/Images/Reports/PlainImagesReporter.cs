using System.Collections.Generic;
using System.IO;
using NetGen.Samples.Shared.Reports;

namespace NetGen.Samples.Images.Reports;

/// <summary>Plain lines, for files and pipes.</summary>
internal sealed class PlainImagesReporter(TextWriter output) : PlainReporter(output), IImagesReporter
{
    public void ShowClasses(ConfusionMatrix matrix, IReadOnlyList<string> names)
    {
        foreach (var result in ClassResult.Of(matrix, names))
        {
            var mistake = result.Mistake.Length > 0 ? $"  most often taken for: {result.Mistake}" : string.Empty;
            Output.WriteLine($"{result.Name,-12} {result.Right,6} of {result.Count,6} {result.Share,7}{mistake}");
        }
    }
}
