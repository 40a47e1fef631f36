using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Testing.Numbers;

namespace NetGen.RandomNetworks.Checks;

/// <summary>One worker and three give the same bits, and nobody is in another's way by the plan.</summary>
internal static class WorkerCheck
{
    /// <summary>How many workers share what one does alone.</summary>
    public const int Workers = 3;

    // Too few for all to have some, parts that are no whole tile or group, and several of these for each.
    private static readonly int[] s_samples = [2, 11, 40, 70];

    public static void Run(BuiltNetwork network, int seed)
    {
        foreach (var samples in s_samples)
        {
            Compare(network, new TestNumbers(network.Model, samples, seed, weighted: samples == 11));
        }

        // Networks as small as these seldom have micro-batches of their own accord.
        if (NetworkPlan.Of(network.Model, extreme: seed % 2 == 0).Training is { } training)
        {
            foreach (var hazard in WorkHazards.Of(training))
            {
                CheckFailedException.Throw("workers", hazard);
            }
        }
    }

    /// <summary>Where the memory begins of each worker that writes a value into its own: one that has a part of the samples, or of the axis that workers share.</summary>
    public static IEnumerable<int> StartsOfWorkers(Workspace workspace, int samples, ProgramPlan program, Value value)
    {
        var axis = program.Kernels.FirstOrDefault(kernel => kernel.Scratch.Contains(value) && WorkSchedule.SplitOf(kernel) == WorkSplit.Axis)?.Shared;
        for (var i = 0; i < workspace.Workers; i++)
        {
            var worker = workspace.Workers == 1 ? Worker.Alone : new Worker(WorkerPool.OwnTeam!, i, workspace.Workers);
            var own = worker.Share(samples, program.SampleUnit);
            if ((axis is null ? own : worker.Share((int)axis.Size, axis.Unit)).Count > 0)
            {
                yield return workspace.StartOf(worker, own);
            }
        }
    }

    private static void Compare(BuiltNetwork network, TestNumbers numbers)
    {
        var (alone, shared) = (new NetworkRun(network.Create(), numbers), new NetworkRun(network.Create(), numbers));
        var what = $"{Workers} workers instead of one, {numbers.Samples} samples";
        Compare(what, "Predict", alone.Predict(), shared.PredictByWorkers(Workers));
        if (alone.Instance is not ITrainableNetwork)
        {
            return;
        }

        shared.ShareByWorkers(Workers);
        shared.Spoil();
        var (expected, actual) = (alone.LossAndGradient(), shared.LossAndGradient());
        BitCheck.Compare("workers", what, "LossAndGradient", [expected.Data, expected.Penalty], [actual.Data, actual.Penalty]);
        Compare(what, "LossAndGradient, parameter", alone.ReadGradients(), shared.ReadGradients());
        BufferCheck.Run(shared, "LossAndGradient by three workers");
    }

    private static void Compare(string what, string method, IReadOnlyDictionary<string, double[]> expected, IReadOnlyDictionary<string, double[]> actual)
    {
        foreach (var (name, values) in expected)
        {
            BitCheck.Compare("workers", what, $"{method} {name}", values, actual[name]);
        }
    }
}
