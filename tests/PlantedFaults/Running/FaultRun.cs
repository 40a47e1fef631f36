using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using NetGen.PlantedFaults.Faults;
using NetGen.PlantedFaults.Results;

namespace NetGen.PlantedFaults.Running;

/// <summary>Plants faults one after the other and runs tests until one fails.</summary>
internal sealed class FaultRun
{
    // Before many faults all tests run, before few those that are to notice them; of other tests that do so, it is seen to then.
    private const int Many = 20;

    private readonly TextWriter _output;
    private readonly WorkingCopy _copy;
    private readonly ResultFile _results;
    private readonly TestRunner _tests;
    private readonly string _commit = Repository.Commit;
    private string _tree = string.Empty;

    public FaultRun(TextWriter output, WorkingCopy copy, ResultFile results)
    {
        (_output, _copy, _results) = (output, copy, results);
        _tests = new TestRunner(copy.Folder);
    }

    /// <summary>Plants each fault that is not known to be caught in the present state of sources and tests.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="again">Whether to plant those as well that are caught already.</param>
    /// <exception cref="InvalidOperationException">Tests fail without any fault.</exception>
    public void Run(IReadOnlyCollection<Fault> faults, bool again)
    {
        var watch = Stopwatch.StartNew();
        _tree = _copy.Synchronize();
        var pending = faults.Where(fault => again || !_results.IsCaught(fault, _tree)).ToArray();
        if (pending.Length == 0)
        {
            return;
        }

        _tests.Restore();
        CheckBaseline(pending.Length >= Many ? Step.All : pending.Select(fault => fault.Steps[0]));
        foreach (var (number, fault) in pending.Index())
        {
            var result = Plant(fault);
            _results.Add(result);
            _output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{number + 1}/{pending.Length} {fault.Name}: {result.Describe()} ({result.Seconds:F0} s, {watch.Elapsed.TotalMinutes:F1} min)"));
        }
    }

    // Without a fault everything passes: only then does a failure mean that the fault was found.
    private void CheckBaseline(IEnumerable<Step> steps)
    {
        foreach (var step in steps.Where(step => !_results.HasBaseline(step, _tree)))
        {
            var watch = Stopwatch.StartNew();
            _output.WriteLine($"without a fault: {step}");
            if (_tests.Run(step) is { Outcome: not Outcome.Survived } failure)
            {
                throw new InvalidOperationException($"Without a fault fails {failure.Evidence}.\n{string.Join('\n', _tests.LastLines)}");
            }

            _results.AddBaseline(step, _tree, _commit, watch.Elapsed.TotalSeconds);
        }
    }

    private FaultResult Plant(Fault fault)
    {
        var watch = Stopwatch.StartNew();
        var original = _copy.Read(fault.File);
        _copy.Write(fault.File, fault.PlantIn(original));
        _tests.Changed();
        (Verdict Verdict, Step? Step) found;
        try
        {
            found = Best(fault);
        }
        finally
        {
            _copy.Write(fault.File, original);
            _tests.Changed();
        }

        if (found.Step is { } step)
        {
            CheckBaseline([step]);
        }

        return new FaultResult(
            fault.Name, fault.Key(original), _tree, _commit, found.Verdict.Outcome, found.Verdict.Evidence, watch.Elapsed.TotalSeconds);
    }

    // The first failure of a test of meaning. Any other evidence counts only where no such test fails.
    private (Verdict Verdict, Step? Step) Best(Fault fault)
    {
        (Verdict Verdict, Step? Step) best = (Verdict.Passed, null);
        foreach (var step in fault.Steps.Concat(Step.All).Distinct())
        {
            var verdict = Confirmed(_tests.Run(step));
            if (verdict.Outcome == Outcome.OnlyByCompilation && !_tests.Builds(ProjectOf(fault)))
            {
                return (new Verdict(Outcome.DoesNotBuild, string.Join(' ', _tests.LastLines.TakeLast(3))), null);
            }

            best = verdict.Outcome > best.Verdict.Outcome ? (verdict, step) : best;
            if (verdict.Outcome == Outcome.Caught)
            {
                break;
            }
        }

        return best;
    }

    // A test that fails once in a while proves nothing: it has to fail again.
    private Verdict Confirmed(Verdict verdict)
    {
        if (verdict.Again is null || _tests.Run(verdict.Again).Outcome == verdict.Outcome)
        {
            return verdict;
        }

        _output.WriteLine($"failed once, and not again: {verdict.Evidence}");
        return Verdict.Passed;
    }

    private static string ProjectOf(Fault fault) => fault.File.StartsWith("src/", StringComparison.Ordinal) ? "src/NetGen" : "generator/NetGen.Generator";
}
