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
            using var built = NetworkBuilder.Build(network.Text);
            if (built is null)
            {
                return new Verdict(IsDiagnosed: true, null);
            }

            CheckNumbers(built, seed, tally);
            return new Verdict(IsDiagnosed: false, null);
        }
        catch (CheckFailedException exception)
        {
            return new Verdict(IsDiagnosed: false, exception.Failure);
        }
        catch (Exception exception)
        {
            return new Verdict(IsDiagnosed: false, new Failure("exception", exception.ToString()));
        }
    }

    private static void CheckNumbers(BuiltNetwork network, int seed, Tally tally)
    {
        var random = new Random(seed);
        var many = BatchSizes[random.Next(BatchSizes.Length)];
        foreach (var samples in new[] { 1, many })
        {
            var numbers = new TestNumbers(network.Model, samples, seed, weighted: samples > 1 && random.Next(2) == 0);

            // Guards first: what writes elsewhere could end the program before another check has said anything.
            GuardCheck.Run(network, numbers);
            var run = new NetworkRun(network.Create(), numbers);
            run.Spoil();
            new ReferenceCheck(network.Model, tally).Run(run);
        }

        var few = new TestNumbers(network.Model, samples: 2, seed, weighted: random.Next(2) == 0);
        new DifferenceCheck(network.Model, tally, random).Run(new NetworkRun(network.Create(), few));
        BitCheck.Run(network, seed);
    }
}
