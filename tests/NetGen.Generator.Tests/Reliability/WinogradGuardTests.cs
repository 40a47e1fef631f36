using System.Linq;
using NetGen.Generator.Planning;
using NetGen.RandomNetworks.Checks;
using NetGen.Testing.Numbers;
using Xunit;
using static NetGen.Generator.Tests.Reliability.GuardNetworks;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>
/// Sums in Winograd's form write nothing outside their memory where the last block of tiles overlaps the one before: seven rows of tiles go in blocks of four. Images of random
/// networks have one block.
/// </summary>
[Trait("Category", "Numeric")]
public sealed class WinogradGuardTests
{
    private const int Size = 14;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void TheLastBlockStaysWithinTheImage(int samples)
    {
        using var network = NetworkBuilder.Build(GuardNetworks.Of(
            Layer("Input", None, new[] { 1, Size, Size }),
            Layer("Conv2D", None, 16, new[] { 1 }),
            Layer("Conv2D", None.Add("Padding", 1), 16, new[] { 3 }),
            Layer("Tanh", None),
            Layer("Dense", None, 2),
            Layer("MeanSquaredError", None)))!;

        var kernel = network.GuardedPlan.Prediction.Kernels.OfType<WinogradKernel>().Single();
        Assert.NotEqual(0, kernel.Blocks.Rows % kernel.Blocks.RowsOfBlock);
        GuardCheck.Run(network, new TestNumbers(network.Model, samples, seed: 5, weighted: false));
    }

    /// <summary>
    /// Workers that share the pieces of a gradient write into memory of their own, a worker without samples, too.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public void TilesOfAGradientStayWithinTheMemoryOfAWorker(int samples)
    {
        using var network = NetworkBuilder.Build(GuardNetworks.Of(
            Layer("Input", None, new[] { 1, Size, Size }),
            Layer("Conv2D", None, 32, new[] { 1 }),
            Layer("Conv2D", None.Add("Padding", 1), 16, new[] { 3 }),
            Layer("Tanh", None),
            Layer("Dense", None, 2),
            Layer("MeanSquaredError", None)))!;

        Assert.Single(network.GuardedPlan.Training!.Kernels.OfType<WinogradSumsKernel>());
        GuardCheck.Run(network, new TestNumbers(network.Model, samples, seed: 5, weighted: false));
    }
}
