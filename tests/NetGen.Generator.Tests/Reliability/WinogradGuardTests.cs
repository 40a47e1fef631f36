using System.Collections.Immutable;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Declarations;
using NetGen.Testing.Numbers;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>
/// Sums in Winograd's form write nothing outside their memory where the last block of tiles overlaps the one before: seven rows of tiles go in blocks of four. Images of random
/// networks have one block.
/// </summary>
[Trait("Category", "Numeric")]
public sealed class WinogradGuardTests
{
    private const int Size = 14;

    private static readonly ImmutableSortedDictionary<string, object> s_none = ImmutableSortedDictionary<string, object>.Empty;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void TheLastBlockStaysWithinTheImage(int samples)
    {
        using var network = NetworkBuilder.Build(new RandomNetwork(
            s_none,
            [
                Layer("Input", s_none, new[] { 1, Size, Size }),
                Layer("Conv2D", s_none, 16, new[] { 1 }),
                Layer("Conv2D", s_none.Add("Padding", 1), 16, new[] { 3 }),
                Layer("Tanh", s_none),
                Layer("Dense", s_none, 2),
                Layer("MeanSquaredError", s_none),
            ],
            [],
            NetworkPlace.Alone))!;

        var kernel = network.GuardedPlan.Prediction.Kernels.OfType<WinogradKernel>().Single();
        Assert.NotEqual(0, kernel.Blocks.Rows % kernel.Blocks.RowsOfBlock);
        GuardCheck.Run(network, new TestNumbers(network.Model, samples, seed: 5, weighted: false));
    }

    private static RandomLayer Layer(string name, ImmutableSortedDictionary<string, object> named, params object[] positional) =>
        new(LayerKind.All.First(kind => kind.Name == name), [.. positional], named);
}
