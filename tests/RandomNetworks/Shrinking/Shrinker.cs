using System;
using System.Linq;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Declarations;

namespace NetGen.RandomNetworks.Shrinking;

/// <summary>Finds the smallest declaration that fails as a given one does, by taking away whatever can go.</summary>
internal static class Shrinker
{
    private const int MostTries = 500;

    /// <summary>A network none of whose reductions fails in the same check, and how it fails.</summary>
    /// <param name="network">The network that failed.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="check">How another network fails; null where it does not.</param>
    public static (RandomNetwork Network, Failure Failure) Shrink(RandomNetwork network, Failure failure, Func<RandomNetwork, Failure?> check)
    {
        for (var tries = 0; tries < MostTries;)
        {
            var smaller = Reductions.Of(network)
                .TakeWhile(_ => tries++ < MostTries)
                .Select(candidate => (Network: candidate, Failure: check(candidate)))
                .FirstOrDefault(candidate => candidate.Failure?.Check == failure.Check);
            if (smaller.Failure is null)
            {
                break;
            }

            (network, failure) = (smaller.Network, smaller.Failure);
        }

        return (network, failure);
    }
}
