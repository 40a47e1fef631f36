using System;
using System.IO;
using Spectre.Console;

namespace NetGen.Samples.Digits.Reports;

/// <summary>Chooses the form of the output.</summary>
internal static class Reporters
{
    /// <summary>Rich output for a terminal that shows colours, plain lines for everything else.</summary>
    public static IRunReporter For(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
        return isTerminal ? new RichReporter(AnsiConsole.Console) : new PlainReporter(output);
    }
}
