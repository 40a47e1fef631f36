using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.PlantedFaults.Faults;

namespace NetGen.PlantedFaults.Running;

/// <summary>What came of a step.</summary>
/// <param name="Failure">What failed first: a test, a check of random networks, the build; null where everything passed.</param>
/// <param name="IsCrash">Whether the run ended without naming what failed.</param>
internal sealed record Verdict(string? Failure, bool IsCrash = false)
{
    /// <summary>Whether tests could not be built.</summary>
    public bool IsBuild { get; init; }
}

/// <summary>Builds projects of tests in the copy and runs some of their tests until one fails.</summary>
internal sealed partial class TestRunner(string folder)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    // Analyzers say nothing about numbers, and a planted fault may leave a variable over. With reference assemblies a change of
    // the compiler's methods builds the compiler alone and not the tests that use it.
    private static readonly string[] BuildArguments =
    [
        "-c", "Release", "--no-restore", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false",
        "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:ProduceReferenceAssembly=true",
    ];

    private readonly HashSet<string> _built = [];

    /// <summary>The last lines of the last command, for a person who looks into a failure.</summary>
    public IReadOnlyList<string> LastLines { get; private set; } = [];

    /// <summary>Forgets what is built, after a change of a file.</summary>
    public void Changed() => _built.Clear();

    public void Restore()
    {
        if (Run(["restore", "NetGen.sln", "-v", "quiet"], _ => false) != 0)
        {
            throw new InvalidOperationException($"The copy cannot be restored: {string.Join('\n', LastLines)}");
        }
    }

    /// <summary>Whether a project builds.</summary>
    /// <param name="project">Its folder, from the root.</param>
    public bool Builds(string project) => Run(["build", project, .. BuildArguments], _ => false) == 0;

    /// <summary>Runs a step until something fails.</summary>
    public Verdict Run(Step step)
    {
        var project = $"tests/{step.Project}";
        if (!_built.Contains(step.Project))
        {
            if (!Builds(project))
            {
                return new Verdict($"the build of {step.Project}") { IsBuild = true };
            }

            _built.Add(step.Project);
        }

        // A run that dies without naming a test may have been ended from outside: only one that dies again counts.
        var verdict = Once();
        return verdict.IsCrash ? Once() : verdict;

        Verdict Once() => step.Filter is null ? RunProgram(step) : RunTests(step);
    }

    private Verdict RunTests(Step step)
    {
        string? failed = null;
        var filter = step.Filter!.Length == 0 ? Array.Empty<string>() : ["--filter", step.Filter];
        var code = Run(["test", Assembly(step), .. filter], line => (failed ??= FailedTest(line)) is not null);
        return failed is null ? Ended(code) : new Verdict(failed);
    }

    private Verdict RunProgram(Step step)
    {
        string? failed = null;
        var code = Run([Assembly(step), .. step.Arguments.Split(' ')], line => (failed ??= FailedCheck(line)) is not null);
        return failed is null ? Ended(code) : new Verdict("random networks, " + failed);
    }

    private string Assembly(Step step) => Path.Combine(folder, "tests", step.Project, "bin", "Release", "net10.0", step.Project + ".dll");

    private static Verdict Ended(int? code) =>
        code == 0 ? new Verdict(null) : new Verdict(code is null ? "a run without an end" : $"a crash of the tests, code {code}", IsCrash: true);

    private int? Run(IEnumerable<string> arguments, Func<string, bool> isEnough)
    {
        var last = new Queue<string>();
        var code = DotnetCommand.Run(folder, arguments, Limit, line =>
        {
            lock (last)
            {
                last.Enqueue(line);
                if (last.Count > 30)
                {
                    last.Dequeue();
                }
            }

            return isEnough(line);
        });
        lock (last)
        {
            LastLines = [.. last];
        }

        return code;
    }

    // "[xUnit.net 00:00:01.23]     Namespace.Class.Method(argument: 1) [FAIL]"; the namespaces say nothing.
    private static string? FailedTest(string line) =>
        TestLine().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    // "seed 3 fails in 'reference': …"
    private static string? FailedCheck(string line) =>
        CheckLine().Match(line) is { Success: true } match ? $"check '{match.Groups[2].Value}' of seed {match.Groups[1].Value}" : null;

    [GeneratedRegex(@"^\[xUnit\.net [0-9:.]+\]\s+(?:\w+\.)*?(\w+\.\w+(?:\(.*\))?) \[FAIL\]$")]
    private static partial Regex TestLine();

    [GeneratedRegex("^seed (-?[0-9]+) fails in '([^']*)'")]
    private static partial Regex CheckLine();
}
