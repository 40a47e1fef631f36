using System;
using System.Linq;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Declarations;

namespace NetGen.RandomNetworks.Shrinking;

/// <summary>What came of shrinking a network.</summary>
/// <param name="Network">The smallest one that was found.</param>
/// <param name="Failure">How it fails.</param>
/// <param name="IsSmallest">Whether all that is smaller was tried.</param>
internal sealed record Shrunk(RandomNetwork Network, Failure Failure, bool IsSmallest);

/// <summary>Finds the smallest declaration that fails as a given one does, by taking away whatever can go.</summary>
internal static class Shrinker
{
    /// <summary>How many networks to try at most: some minutes.</summary>
    public const int MostTries = 500;

    /// <summary>A network none of whose reductions fails in the same way, and how it fails.</summary>
    /// <param name="network">The network that failed.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="check">How another network fails; null where it does not.</param>
    public static Shrunk Shrink(RandomNetwork network, Failure failure, Func<RandomNetwork, Failure?> check)
    {
        var tries = 0;
        while (tries < MostTries)
        {
            var smaller = Reductions.Of(network)
                .TakeWhile(_ => tries++ < MostTries)
                .Select(candidate => (Network: candidate, Failure: check(candidate)))
                .FirstOrDefault(candidate => candidate.Failure?.IsLike(failure) == true);
            if (smaller.Failure is null)
            {
                break;
            }

            (network, failure) = (smaller.Network, smaller.Failure);
        }

        return new Shrunk(network, failure, IsSmallest: tries < MostTries);
    }
}
