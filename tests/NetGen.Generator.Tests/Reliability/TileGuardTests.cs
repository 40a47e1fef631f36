using NetGen.RandomNetworks.Checks;
using NetGen.Testing.Numbers;
using Xunit;
using static NetGen.Generator.Tests.Reliability.GuardNetworks;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>
/// Tiles write nothing outside their memory, and the same bits, where they are as wide as on a machine with 32 registers and the last of them overlaps the one before: 48 lanes
/// are a tile and a half of four vectors of eight.
/// </summary>
[Trait("Category", "Numeric")]
public sealed class TileGuardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void TheLastTileStaysWithinTheLanes(int samples)
    {
        using var network = NetworkBuilder.Build(
            Of(
                Layer("Input", None, 40),
                Layer("Dense", None, 48),
                Layer("Tanh", None),
                Layer("Dense", None, 81),
                Layer("ReLU", None),
                Layer("Dense", None, 3),
                Layer("SquaredError", None)),
            extreme: true)!;

        GuardCheck.Run(network, new TestNumbers(network.Model, samples, seed: 5, weighted: false));
    }
}
