using System;
using System.IO;

namespace NetGen.Samples.Shared.Reports;

/// <summary>Plain lines, for files and pipes.</summary>
internal class PlainReporter(TextWriter output) : IRunReporter
{
    protected TextWriter Output { get; } = output;

    public void Note(string line) => Output.WriteLine(line);

    public void ShowNetwork(string model, NetworkDescription description)
    {
        Output.WriteLine($"{model}: {Lines.Number(description.ParameterCount)} parameters, {Lines.Number(description.MultiplyAdds)} multiply-adds for an image");
        foreach (var layer in description.Layers)
        {
            Output.WriteLine($"  {layer.Name,-12} {layer.Kind,-20} {Lines.Shape(layer.Shape),-12} {Lines.Number(layer.ParameterCount),10}");
        }
    }

    public TrainingResult ShowTraining(int epochs, Func<IProgress<TrainingProgress>, TrainingResult> train) =>
        train(new ProgressCallback(progress =>
        {
            if (progress.Report is { } report)
            {
                Output.WriteLine(Lines.Epoch(report, epochs));
            }
        }));

    public void ShowAccuracy(double accuracy, TimeSpan elapsed) => Output.WriteLine(Lines.Accuracy(accuracy, elapsed));
}
