using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace NetGen.Samples.Digits.Reports;

/// <summary>Plain lines, for files and pipes.</summary>
internal sealed class PlainReporter(TextWriter output) : IRunReporter
{
    // From background to full ink.
    private const string Shades = " .:-=+*#%@";

    public void Note(string line) => output.WriteLine(line);

    public void ShowNetwork(string model, NetworkDescription description)
    {
        output.WriteLine($"{model}: {Lines.Number(description.ParameterCount)} parameters, {Lines.Number(description.MultiplyAdds)} multiply-adds for an image");
        foreach (var layer in description.Layers)
        {
            output.WriteLine($"  {layer.Name,-12} {layer.Kind,-20} {Lines.Shape(layer.Shape),-12} {Lines.Number(layer.ParameterCount),10}");
        }
    }

    public TrainingResult ShowTraining(int epochs, Func<IProgress<TrainingProgress>, TrainingResult> train) =>
        train(new ProgressCallback(progress =>
        {
            if (progress.Report is { } report)
            {
                output.WriteLine(Lines.Epoch(report, epochs));
            }
        }));

    public void ShowConfusion(ConfusionMatrix matrix)
    {
        output.WriteLine("rows: what it is; columns: what it was taken for");
        var classes = Enumerable.Range(0, matrix.ClassCount).ToArray();
        output.WriteLine($"    {string.Concat(classes.Select(prediction => $"{prediction,6}"))}");
        foreach (var truth in classes)
        {
            output.WriteLine($"{truth,4}{string.Concat(classes.Select(prediction => $"{matrix[truth, prediction],6}"))}");
        }
    }

    public void ShowMisread(IReadOnlyList<Misread> misread)
    {
        foreach (var digit in misread)
        {
            output.WriteLine($"test image {digit.Number}: a {digit.Truth}, taken for a {digit.Prediction}");
            for (var row = 0; row < digit.Image.Height; row += 2)
            {
                output.WriteLine(Draw(digit.Image, row));
            }
        }
    }

    public void ShowAccuracy(double accuracy, TimeSpan elapsed) => output.WriteLine(Lines.Accuracy(accuracy, elapsed));

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
