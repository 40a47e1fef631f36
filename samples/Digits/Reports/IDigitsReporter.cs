using System.Collections.Generic;
using NetGen.Samples.Shared.Reports;

namespace NetGen.Samples.Digits.Reports;

/// <summary>Shows a run on digits to the user.</summary>
internal interface IDigitsReporter : IRunReporter
{
    /// <summary>What the network takes for what.</summary>
    void ShowConfusion(ConfusionMatrix matrix);

    /// <summary>Some images that it takes for something else.</summary>
    void ShowMisread(IReadOnlyList<Misread> misread);
}
