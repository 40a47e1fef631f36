using System.IO;
using NetGen.Samples.Shared.Reports;
using Spectre.Console;

namespace NetGen.Samples.Images.Reports;

/// <summary>Chooses the form of the output.</summary>
internal static class ImagesReporters
{
    /// <summary>Rich output for a terminal that shows colours, plain lines for everything else.</summary>
    public static IImagesReporter For(TextWriter output) =>
        Terminal.Shows(output) ? new RichImagesReporter(AnsiConsole.Console) : new PlainImagesReporter(output);
}
