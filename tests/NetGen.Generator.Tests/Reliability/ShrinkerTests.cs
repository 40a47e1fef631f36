using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Declarations;
using NetGen.RandomNetworks.Shrinking;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

public sealed class ShrinkerTests
{
    private static readonly Failure s_failure = new("reference", "as planted");

    [Fact]
    public void OnlyWhatFailsIsLeft()
    {
        var network = FirstWith("Tanh");

        var (smallest, failure, isSmallest) = Shrinker.Shrink(network, s_failure, candidate => Contains(candidate, "Tanh") ? s_failure : null);

        Assert.Same(s_failure, failure);
        Assert.True(isSmallest);
        Assert.Equal("[Tanh]", Assert.Single(smallest.Layers).Text);
        Assert.Empty(smallest.Settings);
    }

    [Fact]
    public void NumbersGetSmaller()
    {
        var network = FirstWith("Dense");

        var (smallest, _, _) = Shrinker.Shrink(network, s_failure, candidate => Contains(candidate, "Dense") ? s_failure : null);

        Assert.Equal("[Dense(1)]", Assert.Single(smallest.Layers).Text);
    }

    [Fact]
    public void AnotherFailureIsNotFollowed()
    {
        var network = FirstWith("Tanh");

        var (other, _, _) = Shrinker.Shrink(network, s_failure, _ => new Failure("compiler", "another"));
        var (exception, _, _) = Shrinker.Shrink(network, s_failure, _ => s_failure with { Detail = "OverflowException" });

        Assert.Same(network, other);
        Assert.Same(network, exception);
    }

    [Theory]
    [InlineData(-7, 1)]
    [InlineData(int.MinValue, 1)]
    [InlineData(9, 1)]
    [InlineData(true, false)]
    [InlineData(double.NaN, 1.0)]
    [InlineData(-0.0, 1.0)]
    [InlineData(Precision.Double, Precision.Single)]
    public void ArgumentsGetSimplerUntilTheyAreTheSimplest(object argument, object simplest)
    {
        for (var steps = 0; Simpler.Than(argument).FirstOrDefault() is { } simpler; steps++)
        {
            Assert.True(steps < 100);
            argument = simpler;
        }

        Assert.Equal(simplest, argument);
    }

    [Fact]
    public void ANumberThatMustBeNegativeGetsToMinusOne()
    {
        var number = -1000;
        while (Simpler.Than(number).Cast<int>().Where(simpler => simpler < 0).ToArray() is [var nearer, ..])
        {
            number = nearer;
        }

        Assert.Equal(-1, number);
    }

    [Fact]
    public void OwnMethodsGetShorter()
    {
        var network = WrittenNetworks.All.First(candidate => UsedBodies(candidate).Any(body => body.Length > 100 && body.Contains(".Tanh(", StringComparison.Ordinal)));

        var (smallest, _, _) = Shrinker.Shrink(
            network, s_failure, candidate => UsedBodies(candidate).Any(body => body.Contains(".Tanh(", StringComparison.Ordinal)) ? s_failure : null);

        Assert.Matches(@"^\(*(\((float|double)\))?\w+\.Tanh\(\(*((float|double)\)\()?\w+\)*$", UsedBodies(smallest).First(body => body.Contains("Tanh", StringComparison.Ordinal)));
        Assert.Equal(NetworkPlace.Alone, smallest.Place);
    }

    [Fact]
    public void TriesThatRanOutAreSaid()
    {
        var size = 100_000;
        var none = ImmutableSortedDictionary<string, object>.Empty;
        var network = new RandomNetwork(none, [new RandomLayer(LayerKind.All.First(kind => kind.Name == "Dense"), [size], none)], [], NetworkPlace.Alone);

        // Fails with one unit less each time, which is a long way.
        var (_, _, isSmallest) = Shrinker.Shrink(
            network, s_failure, candidate => candidate.Layers is [{ Positional: [int units] }] && units == size - 1 ? Smaller(units) : null);

        Assert.False(isSmallest);
        Assert.True(size < 100_000);

        Failure Smaller(int units)
        {
            size = units;
            return s_failure;
        }
    }

    [Fact]
    public void BlocksAreWrittenOut()
    {
        var network = FirstWithInABlock("Tanh");

        var (smallest, _, _) = Shrinker.Shrink(network, s_failure, candidate => Contains(candidate, "Tanh") || ContainsInABlock(candidate, "Tanh") ? s_failure : null);

        Assert.Equal("[Tanh]", Assert.Single(smallest.Layers).Text);
    }

    [Fact]
    public void BlocksGetSmaller()
    {
        var network = FirstWithInABlock("Tanh");

        var (smallest, _, _) = Shrinker.Shrink(network, s_failure, candidate => ContainsInABlock(candidate, "Tanh") ? s_failure : null);

        var block = Assert.Single(smallest.Layers).Block!;
        Assert.Equal("[Tanh]", Assert.Single(block.Layers).Text);
        Assert.Equal(network.Layers.First(layer => layer.Block is not null && Contains(layer.Block, "Tanh")).Block!.Place, block.Place);
        Assert.True(block.Declaration.IsBlock);
    }

    private static RandomNetwork FirstWithInABlock(string kind) =>
        WrittenNetworks.All.First(network => network.Layers.Count(layer => layer.Block is not null) == 1 && !Contains(network, kind) && ContainsInABlock(network, kind));

    private static bool ContainsInABlock(RandomNetwork network, string kind) => network.Layers.Any(layer => layer.Block is not null && Contains(layer.Block, kind));

    private static RandomNetwork FirstWith(string kind) =>
        WrittenNetworks.All.First(network => network.Layers.Length > 3 && Contains(network, kind));

    private static IEnumerable<string> UsedBodies(RandomNetwork network) => network.Methods.Where(network.IsUsed).Select(method => method.Body);

    private static bool Contains(RandomNetwork network, string kind) => network.Layers.Any(layer => layer.Kind.Name == kind);
}
