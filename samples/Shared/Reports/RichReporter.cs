using System;
using Spectre.Console;

namespace NetGen.Samples.Shared.Reports;

/// <summary>Tables, colours and a progress bar, for terminals.</summary>
internal class RichReporter(IAnsiConsole console) : IRunReporter
{
    protected IAnsiConsole Console { get; } = console;

    public void Note(string line) => Console.WriteLine(line);

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
        Console.Write(table);
    }

    public TrainingResult ShowTraining(int epochs, Func<IProgress<TrainingProgress>, TrainingResult> train) => Console.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask("epoch 1", maxValue: epochs);
            return train(new TrainingBar(task, epochs));
        });

    public void ShowAccuracy(double accuracy, TimeSpan elapsed) => Console.WriteLine(Lines.Accuracy(accuracy, elapsed));
}
