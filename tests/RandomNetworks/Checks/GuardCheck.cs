using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Testing.Numbers;

namespace NetGen.RandomNetworks.Checks;

/// <summary>
/// Nothing is written outside the memory that is planned for it. The class under test was planned with a block behind every
/// value that belongs to nothing; all that belongs to nothing is filled with a pattern and looked at after each call, as is the
/// memory around every buffer.
/// </summary>
internal sealed class GuardCheck
{
    private const double Pattern = -1.234567e-7f;

    private readonly NetworkRun _run;
    private readonly NetworkPlan _plan;
    private readonly double[] _parameters;
    private readonly double[][] _batch;
    private readonly double[][] _upstream;

    private GuardCheck(NetworkRun run, NetworkPlan plan)
    {
        (_run, _plan) = (run, plan);
        _parameters = Columns.Read(run.Instance.Parameters.Buffer);
        _batch = Read(run.Batch);
        _upstream = Read(run.Upstream);
    }

    public static void Run(BuiltNetwork network, TestNumbers numbers)
    {
        var check = new GuardCheck(new NetworkRun(network.CreateGuarded(), numbers), network.GuardedPlan);
        check.Run();
        if (!network.IsGuardedApart)
        {
            check.Compare(new NetworkRun(network.Create(), numbers));
        }
    }

    private static double[][] Read(Batch batch) => [.. batch.Columns.Select(Columns.Read)];

    private void Run()
    {
        var rented = _run.Pool.Rent(_run.Numbers.Samples);
        _run.Pool.Return(rented);
        var prediction = _run.Numbers.Samples == 1 && _plan.Sample is not null ? _plan.Sample : _plan.Prediction;
        Call("Predict", rented, prediction, () => _run.Predict());
        CheckPrepared(prediction);
        if (_plan.Pass is not null)
        {
            Call("Forward", _run.Workspace, _plan.Pass, () => _run.Forward());
            PaddingCheck.Spoil(_run);
            Check("Backward", _run.Workspace, _plan.Pass, () => _run.Backward());
            PaddingCheck.Run(_run, "Backward");
        }

        if (_plan.Evaluation is not null && _plan.Training is not null)
        {
            Call("Loss", _run.Workspace, _plan.Evaluation, () => _run.Loss());
            PaddingCheck.Spoil(_run);
            Call("LossAndGradient", _run.Workspace, _plan.Training, () => _run.LossAndGradient());
            PaddingCheck.Run(_run, "LossAndGradient");
            _run.ShareByWorkers(WorkerCheck.Workers);
            PaddingCheck.Spoil(_run);
            Call("LossAndGradient by three workers", _run.Workspace, _plan.Training, () => _run.LossAndGradient());
            CheckRowsOfWorkers(_plan.Training);
            PaddingCheck.Run(_run, "LossAndGradient by three workers");
        }
    }

    // The class that users get may have the memory of one sample on the stack, where nothing can be put before; the one under test has it in an arena.
    private void Compare(NetworkRun other)
    {
        _run.Spoil();
        var expected = other.Predict();
        foreach (var (name, numbers) in _run.Predict())
        {
            BitCheck.Compare("memory", "other places in memory, filled with NaN", $"Predict {name}", expected[name], numbers);
        }

        if (_plan.Training is not null)
        {
            CompareTraining(other);
        }
    }

    // By three workers, the class that users get by one; in micro-batches or not.
    private void CompareTraining(NetworkRun other)
    {
        _run.Spoil();
        var (expected, actual) = (other.LossAndGradient(), _run.LossAndGradient());
        BitCheck.Compare("memory", "other places in memory, filled with NaN", "LossAndGradient", [expected.Data, expected.Penalty], [actual.Data, actual.Penalty]);
        var gradients = other.ReadGradients();
        foreach (var (name, numbers) in _run.ReadGradients())
        {
            BitCheck.Compare("memory", "other places in memory, filled with NaN", $"LossAndGradient, parameter {name}", gradients[name], numbers);
        }
    }

    private void Call(string method, Workspace workspace, ProgramPlan program, Action call)
    {
        Columns.Fill(workspace.Arena, Pattern);
        Check(method, workspace, program, call);
    }

    private void Check(string method, Workspace workspace, ProgramPlan program, Action call)
    {
        call();
        var arena = Columns.Read(workspace.Arena);
        var owned = Owned(program, workspace, arena.Length);
        if (Enumerable.Range(0, arena.Length).FirstOrDefault(i => !owned[i] && arena[i] != Pattern, -1) is >= 0 and var place)
        {
            CheckFailedException.Throw("guards", $"{method} wrote {arena[place]} at {place} of the arena of {arena.Length}, which belongs to no value. {Neighbour(program, workspace, place)}");
        }

        BufferCheck.Run(_run, method, workspace);
        CheckUnchanged(method);
    }

    // Where one worker has written something for itself, every other that has a part of the same has written its own.
    private void CheckRowsOfWorkers(ProgramPlan program)
    {
        var arena = Columns.Read(_run.Workspace.Arena);
        foreach (var value in program.Values.Where(value => program.TryStorageOf(value) is { Region: Region.PerWorker } && !IsOfEmptyParts(value)))
        {
            var storage = program.StorageOf(value);
            var starts = WorkerCheck.StartsOfWorkers(_run.Workspace, _run.Numbers.Samples, program, value).ToArray();
            if (starts.Distinct().Count() < starts.Length)
            {
                CheckFailedException.Throw("guards", $"Two of {starts.Length} workers write {value} into the same memory.");
            }

            var written = starts.Where(start => arena[start + storage.Offset] != Pattern).ToArray();
            if (written.Length > 0 && written.Length < starts.Length)
            {
                CheckFailedException.Throw("guards", $"Of {starts.Length} workers {written.Length} wrote rows of {value} in memory of their own.");
            }
        }
    }

    // Of fewer samples than parts of them some workers have parts without any.
    private bool IsOfEmptyParts(Value value) =>
        _run.Numbers.Samples < WinogradSumsOperation.Parts && _plan.Training!.Kernels.OfType<WinogradSumsKernel>().Any(kernel => kernel.Scratch.Contains(value));

    /// <summary>Which places of the arena belong to a value of the program.</summary>
    private bool[] Owned(ProgramPlan program, Workspace workspace, int length)
    {
        var owned = new bool[length];
        foreach (var (_, start, count) in Places(program, workspace))
        {
            Array.Fill(owned, true, start, count);
        }

        return owned;
    }

    private IEnumerable<(Value Value, int Start, int Count)> Places(ProgramPlan program, Workspace workspace)
    {
        foreach (var value in program.Values.Where(value => Aliases.Root(value) == value))
        {
            if (program.TryStorageOf(value) is not { } storage)
            {
                continue;
            }

            var count = (int)storage.LengthOf(value);
            if (storage.Region == Region.Fixed)
            {
                yield return (value, storage.Offset, count);
            }
            else if (storage.Region == Region.PerSample)
            {
                yield return (value, program.Lengths.Fixed + (storage.Offset * workspace.Capacity), count * workspace.Capacity);
            }
            else if (storage.Region == Region.PerWorker)
            {
                foreach (var start in WorkerCheck.StartsOfWorkers(workspace, _run.Numbers.Samples, program, value))
                {
                    yield return (value, start + storage.Offset, count);
                }
            }
        }
    }

    private string Neighbour(ProgramPlan program, Workspace workspace, int place)
    {
        var before = Places(program, workspace).Where(other => other.Start <= place).OrderBy(other => other.Start).LastOrDefault();
        return before.Value is null ? "No value lies before it." : $"Before it lies {before.Value} at {before.Start}, {before.Count} numbers.";
    }

    private void CheckPrepared(ProgramPlan prediction)
    {
        if (_run.Prepared is not { } prepared)
        {
            return;
        }

        var numbers = Columns.Read(prepared.Buffer);
        var owned = new bool[numbers.Length];
        foreach (var value in prediction.Values.Where(value => Aliases.Root(value) == value))
        {
            if (prediction.TryStorageOf(value) is { Region: Region.Prepared } storage)
            {
                Array.Fill(owned, true, storage.Offset, (int)Blocks.RoundUp(Blocks.Length(value.Shape, storage.Layout)));
            }
        }

        if (!prepared.Buffer.IsIntact || Enumerable.Range(0, numbers.Length).Any(i => !owned[i] && !Bits.AreSame(numbers[i], 0)))
        {
            CheckFailedException.Throw("guards", "The prepared values were written beyond their memory.");
        }
    }

    private void CheckUnchanged(string method)
    {
        if (!Bits.AreSame(_parameters, Columns.Read(_run.Instance.Parameters.Buffer))
            || !_batch.Zip(Read(_run.Batch)).Concat(_upstream.Zip(Read(_run.Upstream))).All(columns => Bits.AreSame(columns.First, columns.Second)))
        {
            CheckFailedException.Throw("guards", $"{method} changed what it only reads.");
        }
    }
}
