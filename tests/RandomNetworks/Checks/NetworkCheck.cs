using System;
using NetGen.RandomNetworks.Declarations;
using NetGen.Testing.Numbers;

namespace NetGen.RandomNetworks.Checks;

/// <summary>All that must hold of a network.</summary>
internal static class NetworkCheck
{
    private static readonly int[] BatchSizes = [2, 3, 5, 7, 33];

    /// <summary>Compiles a network and checks it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">Chooses numbers for it.</param>
    /// <param name="tally">Counts what is compared.</param>
    public static Verdict Run(RandomNetwork network, int seed, Tally tally)
    {
        try
        {
            using var built = NetworkBuilder.Build(network, apart: seed % 2 == 1, extreme: seed % 4 > 1);
            if (built is null)
            {
                return new Verdict(IsDiagnosed: true, null);
            }

            var own = new Tally();
            new MethodCheck(network, own, new Random(seed)).Run(built);
            CheckNumbers(built, seed, own);
            tally.Add(own);
            return new Verdict(IsDiagnosed: false, null);
        }
        catch (CheckFailedException exception)
        {
            return new Verdict(IsDiagnosed: false, exception.Failure);
        }
        catch (Exception exception)
        {
            return new Verdict(IsDiagnosed: false, new Failure("exception", exception.ToString(), exception.GetType().Name));
        }
    }

    private static void CheckNumbers(BuiltNetwork network, int seed, Tally tally)
    {
        var random = new Random(seed);
        var many = BatchSizes[random.Next(BatchSizes.Length)];
        foreach (var samples in new[] { 1, many })
        {
            With(samples, weighted: samples > 1 && random.Next(2) == 0, numbers =>
            {
                // Guards first: what writes elsewhere could end the program before another check has said anything.
                GuardCheck.Run(network, numbers);
                var run = new NetworkRun(network.Create(), numbers);
                run.Spoil();
                new ReferenceCheck(network.Model, tally).Run(run);
                BufferCheck.Run(run, "A call");
                if (network.IsGuardedApart)
                {
                    new ReferenceCheck(network.Model, tally).Run(new NetworkRun(network.CreateGuarded(), numbers));
                }
            });
        }

        With(2, weighted: random.Next(2) == 0, numbers =>
            new DifferenceCheck(network.Model, tally, random).Run(new NetworkRun(network.Create(), numbers)));
        BitCheck.Run(network, seed);
        ChunkCheck.Run(network, seed);
        WorkerCheck.Run(network, seed);

        void With(int samples, bool weighted, Action<TestNumbers> check)
        {
            try
            {
                check(new TestNumbers(network.Model, samples, seed, weighted));
            }
            catch (CheckFailedException exception)
            {
                var (name, message, detail) = exception.Failure;
                throw new CheckFailedException(new Failure(name, $"{message} ({samples} {(samples == 1 ? "sample" : "samples")}{(weighted ? ", weighted" : string.Empty)})", detail));
            }
        }
    }
}
