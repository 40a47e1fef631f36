using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace NetGen.Samples.Digits.Reports;

/// <summary>Tables, colours and a progress bar, for terminals.</summary>
internal sealed class RichReporter(IAnsiConsole console) : IRunReporter
{
    public void Note(string line) => console.WriteLine(line);

    public void ShowNetwork(string model, NetworkDescription description)
    {
        var table = new Table().Title($"[bold]{Markup.Escape(model)}[/]").RoundedBorder()
            .AddColumns("layer", "kind", "output")
            .AddColumn(new TableColumn("parameters").RightAligned())
            .AddColumn(new TableColumn("multiply-adds").RightAligned());
        foreach (var layer in description.Layers)
        {
            table.AddRow(
                Markup.Escape(layer.Name),
                Markup.Escape(layer.Kind),
                Lines.Shape(layer.Shape),
                Lines.Number(layer.ParameterCount),
                Lines.Number(layer.MultiplyAdds));
        }

        table.Columns[0].Footer("total");
        table.Columns[3].Footer(Lines.Number(description.ParameterCount));
        table.Columns[4].Footer(Lines.Number(description.MultiplyAdds));
        console.Write(table);
    }

    public TrainingResult ShowTraining(int epochs, Func<IProgress<TrainingProgress>, TrainingResult> train) => console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask("epoch 1", maxValue: epochs);
            return train(new TrainingBar(task, epochs));
        });

    public void ShowConfusion(ConfusionMatrix matrix)
    {
        var table = new Table().Title("[bold]what it is (rows), what it was taken for (columns)[/]").RoundedBorder().AddColumn(string.Empty);
        var classes = Enumerable.Range(0, matrix.ClassCount).ToArray();
        foreach (var prediction in classes)
        {
            table.AddColumn(new TableColumn(Text(prediction)).RightAligned());
        }

        table.AddColumn(new TableColumn("right").RightAligned());
        foreach (var truth in classes)
        {
            var total = classes.Sum(prediction => matrix[truth, prediction]);
            table.AddRow(
            [
                $"[bold]{Text(truth)}[/]",
                .. classes.Select(prediction => Cell(matrix[truth, prediction], truth == prediction)),
                total == 0 ? string.Empty : ((double)matrix[truth, truth] / total).ToString("0.0%", CultureInfo.InvariantCulture),
            ]);
        }

        console.Write(table);
    }

    public void ShowMisread(IReadOnlyList<Misread> misread)
    {
        if (misread.Count == 0)
        {
            return;
        }

        // Each image stands in a frame of two columns on either side.
        var beside = Math.Max(1, console.Profile.Width / (misread[0].Image.Width + 4));
        foreach (var row in misread.Chunk(beside))
        {
            var grid = new Grid().AddColumns(row.Length);
            grid.AddRow([.. row.Select(digit => new Panel(GreyPicture.Draw(digit.Image)) { Header = new PanelHeader($"a {digit.Truth} read as {digit.Prediction}") })]);
            console.Write(grid);
        }
    }

    public void ShowAccuracy(double accuracy, TimeSpan elapsed) => console.WriteLine(Lines.Accuracy(accuracy, elapsed));

    private static string Cell(long count, bool isRight) =>
        count == 0 ? "[grey]·[/]" : isRight ? $"[green]{Text(count)}[/]" : $"[red]{Text(count)}[/]";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
