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
    private readonly TextWriter _output;
    private readonly WorkingCopy _copy;
    private readonly ResultFile _results;
    private readonly TestRunner _tests;

    public FaultRun(TextWriter output, WorkingCopy copy, ResultFile results)
    {
        (_output, _copy, _results) = (output, copy, results);
        _tests = new TestRunner(copy.Folder);
    }

    /// <summary>Plants each fault that has no result yet, or one that does not catch it.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="again">Whether to plant those as well that are caught already.</param>
    /// <exception cref="InvalidOperationException">Tests fail without any fault.</exception>
    public void Run(IReadOnlyCollection<Fault> faults, bool again)
    {
        var watch = Stopwatch.StartNew();
        var tree = _copy.Synchronize();
        var pending = faults.Where(fault => again || _results.Find(fault) is not { Outcome: Outcome.Caught }).ToArray();
        if (pending.Length == 0)
        {
            return;
        }

        _tests.Restore();
        CheckBaseline(tree);
        foreach (var (number, fault) in pending.Index())
        {
            var result = Plant(fault);
            _results.Add(result);
            _output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{number + 1}/{pending.Length} {fault.Name}: {result.Describe()} ({result.Seconds:F0} s, {watch.Elapsed.TotalMinutes:F1} min)"));
        }
    }

    // Without a fault everything passes: only then does a failure mean that the fault was found.
    private void CheckBaseline(string tree)
    {
        if (_results.HasBaseline(tree))
        {
            return;
        }

        foreach (var step in Step.All)
        {
            _output.WriteLine($"without a fault: {step}");
            if (_tests.Run(step).Failure is { } failure)
            {
                throw new InvalidOperationException($"Without a fault fails {failure}.\n{string.Join('\n', _tests.LastLines)}");
            }
        }

        _results.AddBaseline(tree);
    }

    private FaultResult Plant(Fault fault)
    {
        var watch = Stopwatch.StartNew();
        var original = _copy.Read(fault.File);
        var key = fault.Key(original);
        _copy.Write(fault.File, fault.PlantIn(original));
        _tests.Changed();
        try
        {
            return Find() with { Seconds = watch.Elapsed.TotalSeconds };
        }
        finally
        {
            _copy.Write(fault.File, original);
            _tests.Changed();
        }

        FaultResult Find()
        {
            if (FirstFailure(fault) is not { } found)
            {
                return new FaultResult(fault.Name, key, Outcome.Survived, string.Empty);
            }

            // The compiler itself must build; where only tests do not, code that it emitted is wrong, and the fault is found.
            return found.Verdict.IsBuild && !_tests.Builds(fault.File.StartsWith("src/", StringComparison.Ordinal) ? "src/NetGen" : "generator/NetGen.Generator")
                ? new FaultResult(fault.Name, key, Outcome.Invalid, string.Join(' ', _tests.LastLines.TakeLast(3)))
                : new FaultResult(fault.Name, key, Outcome.Caught, found.Verdict.Failure!) { OnlyBySnapshot = found.Step.IsSnapshot };
        }
    }

    private (Step Step, Verdict Verdict)? FirstFailure(Fault fault)
    {
        foreach (var step in fault.Steps.Concat(Step.All))
        {
            var verdict = _tests.Run(step);
            if (verdict.Failure is not null)
            {
                return (step, verdict);
            }
        }

        return null;
    }
}
