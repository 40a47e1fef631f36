using System;
using System.Linq;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

[Trait("Category", "Numeric")]
public class PhiloxTests
{
    private const ulong Seed = 0x0123456789ABCDEF;

    // Published with the reference implementation, Random123.
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void KnownAnswers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal((w0, w1, w2, w3), Philox.Block(c0, c1, c2, c3, k0, k1));

    [Fact]
    public void TheVectorFormGivesTheWordsOfTheScalarForm()
    {
        var words = new uint[PhiloxGroup.Words];
        foreach (var group in new uint[] { 0, 1, 0x0FFFFFFF })
        {
            new PhiloxGroup(11, 0xFFFFFFFF, 13, 0xDEADBEEF, 0x12345678).Fill(group, words);
            for (var counter = 0; counter < PhiloxGroup.Counters; counter++)
            {
                var expected = Philox.Block((16 * group) + (uint)counter, 11, 0xFFFFFFFF, 13, 0xDEADBEEF, 0x12345678);
                Assert.Equal(expected, (words[counter], words[16 + counter], words[32 + counter], words[48 + counter]));
            }
        }
    }

    [Fact]
    public void UniformNumbersComeFromTheDocumentedPlaces()
    {
        var single = new float[200];
        var pair = new double[200];
        Philox.FillUniform(single, Seed, 5, (7L << 32) | 3, 9, time: 2);
        Philox.FillUniform(pair, Seed, 5, (7L << 32) | 3, 9, time: 2);
        var (k0, k1, _, _) = Philox.Block(5, 7, 0x4E657447, 0, unchecked((uint)Seed), (uint)(Seed >> 32));
        for (var element = 0; element < single.Length; element++)
        {
            var block = Words(element / 64, element % 16);
            Assert.Equal((block[element % 64 / 16] >> 8) * Math.ScaleB(1, -24), single[element]);
            block = Words(element / 32, element % 16);
            var slot = 2 * (element % 32 / 16);
            Assert.Equal((((ulong)block[slot] << 21) | (block[slot + 1] >> 11)) * Math.ScaleB(1, -53), pair[element]);
        }

        uint[] Words(int group, int lane)
        {
            var (w0, w1, w2, w3) = Philox.Block((uint)((16 * group) + lane), 9, 3, 2, k0, k1);
            return [w0, w1, w2, w3];
        }
    }

    [Fact]
    public void ASplitFillGivesTheSameNumbers()
    {
        CheckSplit<float>((span, first) => Philox.FillUniform(span, Seed, 1, 2, 3, 4, first));
        CheckSplit<double>((span, first) => Philox.FillUniform(span, Seed, 1, 2, 3, 4, first));
        CheckSplit<float>((span, first) => Philox.FillNormal(span, Seed, 1, 2, 3, 4, first));
        CheckSplit<double>((span, first) => Philox.FillNormal(span, Seed, 1, 2, 3, 4, first));
        CheckSplit<float>((span, first) => Philox.FillBernoulli(span, 0.3, Seed, 1, 2, 3, 4, first));
        CheckSplit<double>((span, first) => Philox.FillBernoulli(span, 0.3, Seed, 1, 2, 3, 4, first));
    }

    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(5, 7, 7)]
    [InlineData(3, 130, 144)]
    public void RowsAreTheNumbersOfTheirSamples(int samples, int elements, int stride)
    {
        const float Gap = -7;
        var matrix = Enumerable.Repeat(Gap, samples * stride).ToArray();
        Philox.FillNormal(matrix, samples, elements, stride, Seed, 4, 5, firstSample: 10, time: 1);
        for (var row = 0; row < samples; row++)
        {
            var expected = new float[elements];
            Philox.FillNormal(expected, Seed, 4, 5, 10 + row, 1);
            Assert.Equal(expected, matrix[(row * stride)..][..elements]);
            Assert.All(matrix[((row * stride) + elements)..((row + 1) * stride)], gap => Assert.Equal(Gap, gap));
        }
    }

    [Fact]
    public void EveryPartOfThePlaceMatters()
    {
        float[][] fills =
        [
            Fill(1, 2, 3, 4, 5), Fill(2, 2, 3, 4, 5), Fill(1 + (1UL << 32), 2, 3, 4, 5), Fill(1, 3, 3, 4, 5), Fill(1, 2, 4, 4, 5),
            Fill(1, 2, 3 + (1L << 32), 4, 5), Fill(1, 2, 3, 5, 5), Fill(1, 2, 3, 4, 6),
        ];
        Assert.Equal(fills.Length, fills.Select(fill => fill[0]).Distinct().Count());
        Assert.Equal(fills[0], Fill(1, 2, 3, 4, 5));

        static float[] Fill(ulong seed, uint stream, long step, int sample, int time)
        {
            var numbers = new float[8];
            Philox.FillUniform(numbers, seed, stream, step, sample, time);
            return numbers;
        }
    }

    [Fact]
    public void BothPrecisionsDropTheSame()
    {
        var (single, pair) = (new float[1000], new double[1000]);
        Philox.FillBernoulli(single, 0.7, Seed, 1, 2, 3);
        Philox.FillBernoulli(pair, 0.7, Seed, 1, 2, 3);
        Assert.Equal(pair, single.Select(value => (double)value));
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(1.0, 1000)]
    public void CertainDecisionsAreCertain(double keepProbability, int expected)
    {
        var numbers = new float[1000];
        Philox.FillBernoulli(numbers, keepProbability, Seed, 1, 2, 3);
        Assert.Equal(expected, numbers.Sum());
    }

    private delegate void FillFrom<T>(Span<T> destination, long firstElement);

    private static void CheckSplit<T>(FillFrom<T> fill)
    {
        var whole = new T[500];
        fill(whole, 0);
        foreach (var (first, length) in new[] { (0, 1), (1, 3), (15, 2), (16, 64), (63, 200), (64, 64), (128, 372), (499, 1), (7, 0) })
        {
            var part = new T[length];
            fill(part, first);
            Assert.Equal(whole[first..(first + length)], part);
        }
    }
}
