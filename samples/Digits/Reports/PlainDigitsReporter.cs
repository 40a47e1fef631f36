using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using NetGen.Samples.Shared.Reports;

namespace NetGen.Samples.Digits.Reports;

/// <summary>Plain lines, for files and pipes.</summary>
internal sealed class PlainDigitsReporter(TextWriter output) : PlainReporter(output), IDigitsReporter
{
    // From background to full ink.
    private const string Shades = " .:-=+*#%@";

    public void ShowConfusion(ConfusionMatrix matrix)
    {
        Output.WriteLine("rows: what it is; columns: what it was taken for");
        var classes = Enumerable.Range(0, matrix.ClassCount).ToArray();
        Output.WriteLine($"    {string.Concat(classes.Select(prediction => $"{prediction,6}"))}");
        foreach (var truth in classes)
        {
            Output.WriteLine($"{truth,4}{string.Concat(classes.Select(prediction => $"{matrix[truth, prediction],6}"))}");
        }
    }

    public void ShowMisread(IReadOnlyList<Misread> misread)
    {
        foreach (var digit in misread)
        {
            Output.WriteLine($"test image {digit.Number}: a {digit.Truth}, taken for a {digit.Prediction}");
            for (var row = 0; row < digit.Image.Height; row += 2)
            {
                Output.WriteLine(Draw(digit.Image, row));
            }
        }
    }

    /// <summary>Two rows of pixels in one row of characters, which are about twice as high as wide.</summary>
    private static string Draw(GreyImage image, int row)
    {
        var line = new StringBuilder();
        for (var column = 0; column < image.Width; column++)
        {
            var ink = (image[row, column] + image[row + 1, column]) / 2;
            line.Append(Shades[(int)(Math.Clamp(ink, 0, 1) * (Shades.Length - 1))]);
        }

        return line.ToString().TrimEnd();
    }
}
