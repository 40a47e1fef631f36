using System;
using System.IO;
using Spectre.Console;

namespace NetGen.Samples.Shared.Reports;

/// <summary>Chooses the form of the output.</summary>
internal static class Terminal
{
    /// <summary>Whether an output is a terminal that shows colours, rather than a file or a pipe.</summary>
    public static bool Shows(TextWriter output) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
}
