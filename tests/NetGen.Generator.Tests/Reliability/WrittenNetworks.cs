using System;
using System.Linq;
using NetGen.RandomNetworks.Declarations;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>The random networks of the first seeds, written once for all tests.</summary>
internal static class WrittenNetworks
{
    private const int Count = 6500;

    private static readonly Lazy<RandomNetwork[]> s_all = new(() => [.. Enumerable.Range(1, Count).Select(NetworkWriter.Write)]);

    /// <summary>So many that every choice that a declaration has is among them.</summary>
    public static RandomNetwork[] All => s_all.Value;

    /// <summary>Whether the compiler takes a network.</summary>
    public static bool IsRight(RandomNetwork network) => NetworkCompiler.Check(network.Declaration).Model is not null;
}
