using System.Linq;
using NetGen.RandomNetworks.Checks;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>A run that leaves out what it should compare fails.</summary>
public sealed class TallyTests
{
    [Theory]
    [InlineData(990, 10, 950, 50, 0)]
    [InlineData(989, 11, 950, 50, 1)]
    [InlineData(990, 10, 949, 51, 1)]
    [InlineData(0, 0, 950, 50, 1)]
    [InlineData(0, 0, 0, 0, 2)]
    public void SharesAreLimited(int numbers, int unknown, int derivatives, int kinks, int shortfalls)
    {
        var tally = new Tally();
        tally.AddNumbers(numbers, unknown);
        foreach (var isKink in Enumerable.Repeat(false, derivatives).Concat(Enumerable.Repeat(true, kinks)))
        {
            tally.AddDerivative(isKink);
        }

        Assert.Equal(shortfalls, tally.Shortfalls().Count());
    }
}
