using System;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Declarations;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>The own methods of random networks use all of their language, and are read.</summary>
public sealed class OwnMethodTests
{
    /// <summary>The right ones among as many networks as arguments of layers take to be all there.</summary>
    private static readonly RandomNetwork[] s_networks =
        [.. WrittenNetworks.All.Where(network => HasOwnMethods(network) && WrittenNetworks.IsRight(network))];

    private static readonly string[] s_bodies = [.. s_networks.SelectMany(network => network.Methods.Where(network.IsUsed)).Select(method => method.Body)];

    [Fact]
    public void EveryMethodOfTheTableHasACall() => Assert.Empty(MathMethods.Known.Except(MathCall.All.Select(call => (call.Name, call.Parameters))));

    [Fact]
    public void EveryMethodOfTheTableIsCalledByNetworksThatAreRight() =>
        Assert.DoesNotContain(MathMethods.Known, known => !s_bodies.Any(body => body.Contains($".{known.Name}(", StringComparison.Ordinal)));

    [Theory]
    [InlineData(" < ")]
    [InlineData(" <= ")]
    [InlineData(" > ")]
    [InlineData(" >= ")]
    [InlineData(" == ")]
    [InlineData(" != ")]
    [InlineData(" && ")]
    [InlineData(" || ")]
    [InlineData(" & ")]
    [InlineData(" | ")]
    [InlineData(" !(")]
    [InlineData(" true ")]
    [InlineData(" ? -1 : 2")]
    [InlineData("(+")]
    [InlineData("(-")]
    [InlineData("Math.PI")]
    [InlineData("Helpers.Slope")]
    [InlineData("Helpers.Twist(")]
    [InlineData(")).Twist(")]
    [InlineData(")Helpers.Wide(")]
    [InlineData("Helpers.Wide(second: ")]
    [InlineData("Bend(")]
    [InlineData("float)Math.Exp((double)")]
    public void EveryConstructIsAmongNetworksThatAreRight(string text) =>
        Assert.Contains(s_bodies, body => (" " + body).Replace("(!(", "( !(", StringComparison.Ordinal).Contains(text, StringComparison.Ordinal));

    [Fact]
    public void AllMethodsAreReadButThoseThatAreTooLong()
    {
        var functions = WrittenNetworks.All.SelectMany(network => network.Methods).Select(method => method.Function!).ToArray();

        Assert.DoesNotContain(functions, function => function.Body is null && !function.Failure!.Contains("operations", StringComparison.Ordinal));
        Assert.True(functions.Count(function => function.Body is null) < functions.Length / 20);
    }

    [Fact]
    public void MostNetworksWithOwnMethodsAreBuilt()
    {
        var networks = WrittenNetworks.All.Where(HasOwnMethods).Take(20).ToArray();
        var built = networks.Count(network =>
        {
            using var one = NetworkBuilder.Build(network);
            return one is not null;
        });

        Assert.InRange(built, networks.Length * 3 / 4, networks.Length);
    }

    private static bool HasOwnMethods(RandomNetwork network) => network.Layers.Any(layer => layer.Kind.Function is not null);
}
