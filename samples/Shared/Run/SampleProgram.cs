using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace NetGen.Samples.Shared.Run;

/// <summary>The program around a run: what goes wrong is one line on standard error and exit code 1.</summary>
internal static class SampleProgram
{
    // After Ctrl+C a running step and the last evaluation have time to end.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(60);

    /// <summary>Reads a command line and runs its command.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(RootCommand command, string[] arguments, TextWriter output, TextWriter error)
    {
        var parsed = command.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            error.WriteLine(OneLine(parsed.Errors[0].Message));
            return Task.FromResult(1);
        }

        return parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = TimeToStop });
    }

    /// <summary>Runs the command itself.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ExecuteAsync(Func<Task> run, TextWriter error)
    {
        try
        {
            // On another thread, so that Ctrl+C reaches a run that never waits.
            await Task.Run(run, CancellationToken.None);
            return 0;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("stopped");
            return 1;
        }
        catch (Exception problem) when (IsOfTheUsersMaking(problem))
        {
            error.WriteLine(OneLine(problem.Message));
            return 1;
        }
    }

    /// <summary>Wrong files, folders, data and settings; anything else is a fault of the program and keeps its stack trace.</summary>
    private static bool IsOfTheUsersMaking(Exception problem) => problem
        is IOException or InvalidDataException or UnauthorizedAccessException or HttpRequestException or TrainingDivergedException
        or ArgumentException and not ArgumentNullException;

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
