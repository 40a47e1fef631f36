using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.CompilerServices;

namespace NetGen.PlantedFaults;

/// <summary>The repository that this program was built from.</summary>
internal static class Repository
{
    /// <summary>The full path of its root.</summary>
    public static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>The commit that is checked out, and whether files differ from it.</summary>
    public static string Commit => Git("rev-parse", "--short=10", "HEAD").Trim() + (Git("status", "--porcelain").Length > 0 ? " with changes" : string.Empty);

    /// <summary>What a command of git writes.</summary>
    /// <exception cref="InvalidOperationException">It fails.</exception>
    public static string Git(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var text = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? text : throw new InvalidOperationException($"git {start.ArgumentList[0]} fails in {Root}.");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
