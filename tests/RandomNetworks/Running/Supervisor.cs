using System;
using System.Diagnostics;
using System.IO;

namespace NetGen.RandomNetworks.Running;

/// <summary>
/// Runs the program once more as a child, and prints the networks it was checking where that crashes: after a stack overflow
/// or a write outside its memory a process cannot say so itself.
/// </summary>
internal static class Supervisor
{
    private const string Variable = "NETGEN_RANDOM_NETWORKS_IN_PROGRESS";

    /// <summary>The file in which the child keeps what is to be said where it crashes; null in a process that nobody looks after.</summary>
    public static string? Record => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Whether this process is the child.</summary>
    public static bool IsSupervised => Record is not null;

    /// <summary>Runs the child, and returns the exit code of the program.</summary>
    /// <param name="arguments">The command line.</param>
    public static int Run(string[] arguments)
    {
        var record = Path.GetTempFileName();
        try
        {
            using var child = Process.Start(Start(arguments, record))!;
            child.WaitForExit();
            if (child.ExitCode is 0 or 1)
            {
                return child.ExitCode;
            }

            Console.WriteLine($"The run ended with code {child.ExitCode}.");
            Console.WriteLine(File.ReadAllText(record));
            return 1;
        }
        finally
        {
            File.Delete(record);
        }
    }

    private static ProcessStartInfo Start(string[] arguments, string record)
    {
        // Either the program's own executable, or dotnet with the program as its first argument.
        var host = Environment.ProcessPath!;
        var start = new ProcessStartInfo(host) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(host) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[Variable] = record;
        return start;
    }
}
