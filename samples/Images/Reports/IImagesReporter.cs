using System.Collections.Generic;
using NetGen.Samples.Shared.Reports;

namespace NetGen.Samples.Images.Reports;

/// <summary>Shows a run on images to the user.</summary>
internal interface IImagesReporter : IRunReporter
{
    /// <summary>How many images of each class are recognised, and for what it is taken most often where it is not.</summary>
    void ShowClasses(ConfusionMatrix matrix, IReadOnlyList<string> names);
}
