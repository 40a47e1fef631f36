using System.Collections.Generic;
using NetGen.Samples.Shared.Reports;
using Spectre.Console;

namespace NetGen.Samples.Images.Reports;

/// <summary>Tables, colours and a progress bar, for terminals.</summary>
internal sealed class RichImagesReporter(IAnsiConsole console) : RichReporter(console), IImagesReporter
{
    public void ShowClasses(ConfusionMatrix matrix, IReadOnlyList<string> names)
    {
        var table = new Table().Title("[bold]classes[/]").RoundedBorder()
            .AddColumn("class")
            .AddColumn(new TableColumn("images").RightAligned())
            .AddColumn(new TableColumn("right").RightAligned())
            .AddColumn("most often taken for");
        foreach (var result in ClassResult.Of(matrix, names))
        {
            table.AddRow(Markup.Escape(result.Name), Lines.Number(result.Count), $"[green]{result.Share}[/]", Markup.Escape(result.Mistake));
        }

        Console.Write(table);
    }
}
