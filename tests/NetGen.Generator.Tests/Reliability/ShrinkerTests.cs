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

        var (smallest, failure) = Shrinker.Shrink(network, s_failure, candidate => Contains(candidate, "Tanh") ? s_failure : null);

        Assert.Same(s_failure, failure);
        Assert.Equal("[Tanh]", Assert.Single(smallest.Layers).Text);
        Assert.Empty(smallest.Settings);
    }

    [Fact]
    public void NumbersGetSmaller()
    {
        var network = FirstWith("Dense");

        var (smallest, _) = Shrinker.Shrink(network, s_failure, candidate => Contains(candidate, "Dense") ? s_failure : null);

        Assert.Equal("[Dense(1)]", Assert.Single(smallest.Layers).Text);
    }

    [Fact]
    public void AnotherFailureIsNotFollowed()
    {
        var network = FirstWith("Tanh");

        var (smallest, _) = Shrinker.Shrink(network, s_failure, _ => new Failure("compiler", "another"));

        Assert.Same(network, smallest);
    }

    private static RandomNetwork FirstWith(string kind) =>
        Enumerable.Range(1, 500).Select(NetworkWriter.Write).First(network => network.Layers.Length > 3 && Contains(network, kind));

    private static bool Contains(RandomNetwork network, string kind) => network.Layers.Any(layer => layer.Kind.Name == kind);
}
