using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Networks;

[Trait("Category", "Numeric")]
public class PhiloxStreamTests
{
    // The known answers that the authors publish with their library Random123 (kat_vectors).
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void KnownAnswers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint x0, uint x1, uint x2, uint x3) =>
        Assert.Equal((x0, x1, x2, x3), PhiloxStream.Block((c0, c1, c2, c3), (k0, k1)));

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
