using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Networks;

[Trait("Category", "Numeric")]
public class PhiloxStreamTests
{
    [Fact]
    public void StreamsDiffer()
    {
        PhiloxStream[] streams = [new(1, 1, 1), new(2, 1, 1), new(1, 2, 1), new(1, 1, 2), new(1UL << 32, 1, 1)];
        Assert.Equal(streams.Length, streams.Select(stream => stream.Block(0)).Distinct().Count());
        Assert.NotEqual(streams[0].Block(0), streams[0].Block(1UL << 32));
    }

    [Fact]
    public void NormalNumbersHaveTheirMoments()
    {
        const int count = 100_000;
        var stream = new PhiloxStream(3, 0, 0);
        var values = Enumerable.Range(0, count).Select(i => stream.Normal((ulong)i)).ToArray();

        // Deviations of the mean, the second and the fourth moment: 1/√n, √2/√n and √96/√n; five of them.
        var unit = 5 / Math.Sqrt(count);
        Assert.InRange(values.Average(), -unit, unit);
        Assert.InRange(values.Average(x => x * x), 1 - (1.5 * unit), 1 + (1.5 * unit));
        Assert.InRange(values.Average(x => x * x * x * x), 3 - (9.8 * unit), 3 + (9.8 * unit));
    }
}
