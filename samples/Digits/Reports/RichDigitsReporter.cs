using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Samples.Shared.Reports;
using Spectre.Console;

namespace NetGen.Samples.Digits.Reports;

/// <summary>Tables, colours and a progress bar, for terminals.</summary>
internal sealed class RichDigitsReporter(IAnsiConsole console) : RichReporter(console), IDigitsReporter
{
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

        Console.Write(table);
    }

    public void ShowMisread(IReadOnlyList<Misread> misread)
    {
        if (misread.Count == 0)
        {
            return;
        }

        // Each image stands in a frame of two columns on either side.
        var beside = Math.Max(1, Console.Profile.Width / (misread[0].Image.Width + 4));
        foreach (var row in misread.Chunk(beside))
        {
            var grid = new Grid().AddColumns(row.Length);
            grid.AddRow([.. row.Select(digit => new Panel(GreyPicture.Draw(digit.Image)) { Header = new PanelHeader($"a {digit.Truth} read as {digit.Prediction}") })]);
            Console.Write(grid);
        }
    }

    private static string Cell(long count, bool isRight) =>
        count == 0 ? "[grey]·[/]" : isRight ? $"[green]{Text(count)}[/]" : $"[red]{Text(count)}[/]";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
