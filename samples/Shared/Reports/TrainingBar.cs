using System;
using System.Globalization;
using Spectre.Console;

namespace NetGen.Samples.Shared.Reports;

/// <summary>The progress bar: epoch, loss of the epoch so far and accuracy after the last one.</summary>
internal sealed class TrainingBar(ProgressTask task, int epochs) : IProgress<TrainingProgress>
{
    private string _accuracy = string.Empty;

    public void Report(TrainingProgress value)
    {
        if (value.Report?.Validation is { } evaluation)
        {
            _accuracy = string.Create(CultureInfo.InvariantCulture, $", accuracy [green]{evaluation.Accuracy:0.0000}[/]");
        }

        task.Value = value.Epoch - 1 + ((double)value.Step / value.Steps);
        task.Description = string.Create(
            CultureInfo.InvariantCulture, $"epoch {value.Epoch}/{epochs}, loss [blue]{value.Loss.Total:0.0000}[/]{_accuracy}");
    }
}
