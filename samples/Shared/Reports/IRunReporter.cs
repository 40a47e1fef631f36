using System;

namespace NetGen.Samples.Shared.Reports;

/// <summary>Shows a run to the user.</summary>
internal interface IRunReporter
{
    /// <summary>Something that happened, in a line.</summary>
    void Note(string line);

    /// <summary>The network as a table of layers.</summary>
    void ShowNetwork(string model, NetworkDescription description);

    /// <summary>Runs the training and shows how it goes.</summary>
    /// <param name="epochs">How many epochs it has.</param>
    /// <param name="train">Trains and tells of its progress.</param>
    TrainingResult ShowTraining(int epochs, Func<IProgress<TrainingProgress>, TrainingResult> train);

    /// <summary>The last line of the output.</summary>
    void ShowAccuracy(double accuracy, TimeSpan elapsed);
}
