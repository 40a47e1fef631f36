using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.PlantedFaults.Faults;
using NetGen.PlantedFaults.Results;

namespace NetGen.PlantedFaults.Running;

/// <summary>Builds projects of tests in the copy and runs some of their tests until one fails.</summary>
internal sealed partial class TestRunner(string folder)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // Analyzers say nothing about numbers, and a planted fault may leave a variable over. With reference assemblies a change of
    // the compiler's methods builds the compiler alone and not the tests that use it.
    private static readonly string[] BuildArguments =
    [
        "-c", "Release", "--no-restore", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false",
        "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:ProduceReferenceAssembly=true",
    ];

    // Whether each project was built since the last change.
    private readonly Dictionary<string, bool> _built = [];

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
        if (!_built.TryGetValue(step.Project, out var built))
        {
            _built.Add(step.Project, built = Builds($"tests/{step.Project}"));
        }

        if (!built)
        {
            return new Verdict(Outcome.OnlyByCompilation, $"the build of {step.Project}");
        }

        // A run that dies without naming a test may have been ended from outside: only one that dies again counts.
        var verdict = Once(step);
        return verdict.Outcome == Outcome.Crashed ? Once(step) : verdict;
    }

    private Verdict Once(Step step)
    {
        Verdict? found = null;
        string[] filter = step.Filter is { Length: > 0 } tests ? ["--filter", tests] : [];
        string[] arguments = step.Filter is null ? [Assembly(step), .. step.Arguments.Split(' ')] : ["test", Assembly(step), .. filter];
        var code = Run(arguments, line => (found ??= step.Filter is null ? FailedCheck(line) : FailedTest(step, line)) is not null);
        return found ?? code switch
        {
            0 => Verdict.Passed,
            null => new Verdict(Outcome.NotEnded, step.ToString()),
            _ => new Verdict(Outcome.Crashed, $"{step}, code {code}"),
        };
    }

    private string Assembly(Step step) => Path.Combine(folder, "tests", step.Project, "bin", "Release", "net10.0", step.Project + ".dll");

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
    private static Verdict? FailedTest(Step step, string line) => TestLine().Match(line) is { Success: true } match
        ? new Verdict(step.IsText ? Outcome.OnlyByText : Outcome.Caught, match.Groups[1].Value) { Again = step.Only(match.Groups[2].Value) }
        : null;

    // "seed 3 fails in 'reference': …"
    private static Verdict? FailedCheck(string line) => CheckLine().Match(line) is { Success: true } match
        ? new Verdict(Outcome.Caught, $"random networks, check '{match.Groups[2].Value}' of seed {match.Groups[1].Value}")
        {
            Again = Step.Random(1, match.Groups[1].Value),
        }
        : null;

    [GeneratedRegex(@"^\[xUnit\.net [0-9:.]+\]\s+(?:\w+\.)*?((\w+\.\w+)(?:\(.*\))?) \[FAIL\]$")]
    private static partial Regex TestLine();

    [GeneratedRegex("^seed (-?[0-9]+) fails in '([^']*)'")]
    private static partial Regex CheckLine();
}
