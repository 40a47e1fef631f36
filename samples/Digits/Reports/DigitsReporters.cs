using System.IO;
using NetGen.Samples.Shared.Reports;
using Spectre.Console;

namespace NetGen.Samples.Digits.Reports;

/// <summary>Chooses the form of the output.</summary>
internal static class DigitsReporters
{
    /// <summary>Rich output for a terminal that shows colours, plain lines for everything else.</summary>
    public static IDigitsReporter For(TextWriter output) =>
        Terminal.Shows(output) ? new RichDigitsReporter(AnsiConsole.Console) : new PlainDigitsReporter(output);
}
