using System.Collections.Generic;
using NetGen.Generator.Planning;
using NetGen.Testing.Numbers;

namespace NetGen.RandomNetworks.Checks;

/// <summary>One worker and three give the same bits.</summary>
internal static class WorkerCheck
{
    /// <summary>How many workers share what one does alone.</summary>
    public const int Workers = 3;

    private const int Samples = 33;

    public static void Run(BuiltNetwork network, int seed)
    {
        var numbers = new TestNumbers(network.Model, Samples, seed, weighted: false);
        var (alone, shared) = (new NetworkRun(network.Create(), numbers), new NetworkRun(network.Create(), numbers));
        Compare("Predict", alone.Predict(), shared.PredictByWorkers(Workers));
        if (alone.Instance is not ITrainableNetwork)
        {
            return;
        }

        shared.ShareByWorkers(Workers);
        shared.Spoil();
        var (expected, actual) = (alone.LossAndGradient(), shared.LossAndGradient());
        BitCheck.Compare("workers", What, "LossAndGradient", [expected.Data, expected.Penalty], [actual.Data, actual.Penalty]);
        Compare("LossAndGradient, parameter", alone.ReadGradients(), shared.ReadGradients());
    }

    /// <summary>Whether a worker has a part of some samples.</summary>
    public static bool HasSamples(int worker, int samples) => new Worker(WorkerPool.OwnTeam!, worker, Workers).Share(samples, SharedAxis.TileRows).Count > 0;

    private static string What => $"{Workers} workers instead of one";

    private static void Compare(string method, IReadOnlyDictionary<string, double[]> expected, IReadOnlyDictionary<string, double[]> actual)
    {
        foreach (var (name, values) in expected)
        {
            BitCheck.Compare("workers", What, $"{method} {name}", values, actual[name]);
        }
    }
}
