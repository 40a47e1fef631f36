using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace NetGen.PlantedFaults.Running;

/// <summary>Runs one <c>dotnet</c> command and reads its output line by line.</summary>
internal static class DotnetCommand
{
    // Nothing but the command itself writes to its output: no server of the compiler outlives it.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
    };

    /// <summary>Runs a command; returns its exit code, or null where it was ended because of a line or of the time.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="isEnough">Takes every line; true ends the command.</param>
    public static int? Run(string folder, IEnumerable<string> arguments, TimeSpan limit, Func<string, bool> isEnough)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        using var process = new Process { StartInfo = start };
        using var enough = new ManualResetEventSlim();
        using var closed = new CountdownEvent(2);
        void Take(string? line)
        {
            if (line is null)
            {
                closed.Signal();
            }
            else if (isEnough(line))
            {
                enough.Set();
            }
        }

        process.OutputDataReceived += (_, data) => Take(data.Data);
        process.ErrorDataReceived += (_, data) => Take(data.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        WaitHandle.WaitAny([enough.WaitHandle, closed.WaitHandle], limit);
        if (!enough.IsSet && closed.IsSet && process.WaitForExit(TimeSpan.FromSeconds(30)))
        {
            return process.ExitCode;
        }

        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        closed.Wait(TimeSpan.FromSeconds(30));
        return null;
    }
}
