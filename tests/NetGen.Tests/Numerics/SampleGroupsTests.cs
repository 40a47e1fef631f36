using System;
using System.Linq;
using System.Numerics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Samples side by side in groups of 16, and one after the other again.</summary>
[Trait("Category", "Numeric")]
public class SampleGroupsTests
{
    // Between samples lies what belongs to nobody, or nothing: then the next sample must not be written over.
    public static TheoryData<int, int, int, bool> Sizes
    {
        get
        {
            var data = new TheoryData<int, int, int, bool>();
            foreach (var length in new[] { 1, 2, 3, 4, 9, 16 })
            {
                foreach (var samples in new[] { 0, 1, 15, 16, 17, 40 })
                {
                    data.Add(length, 3, samples, true);
                    data.Add(length, 3, samples, false);
                    data.Add(length, 0, samples, false);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void SamplesOfAGroupLieSideBySide(int length, int gap, int samples, bool zeroRest)
    {
        Gathered(length, gap, samples, zeroRest, i => (float)i, float.NaN, number => number);
        Gathered(length, gap, samples, zeroRest, i => (double)i, double.NaN, number => number);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void TheyComeOneAfterTheOtherAgain(int length, int gap, int samples, bool zeroRest)
    {
        Scattered(length, gap, samples, zeroRest, i => (float)i, float.NaN);
        Scattered(length, gap, samples, zeroRest, i => (double)i, double.NaN);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(15, true)]
    [InlineData(16, false)]
    [InlineData(21, true)]
    [InlineData(21, false)]
    public void SingleNumbersLieSideBySide(int samples, bool zeroRest)
    {
        Numbers(samples, zeroRest, i => (float)i, float.NaN, number => number);
        Numbers(samples, zeroRest, i => (double)i, double.NaN, number => number);
        Numbers(samples, zeroRest, i => i, float.NaN, number => number);
        Numbers(samples, zeroRest, i => i, double.NaN, number => number);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(16, 1)]
    [InlineData(17, 2)]
    [InlineData(int.MaxValue, 134217728)]
    public void TheLastGroupNeedNotBeFull(int samples, int groups) => Assert.Equal(groups, SampleGroups.Count(samples));

    [Fact]
    public void AWorkersGroupsAreThoseOfItsSamples() => Assert.Equal(new WorkShare(2, 2), SampleGroups.Of(new WorkShare(32, 20)));

    private static void Gathered<T>(int length, int gap, int samples, bool zeroRest, Func<int, T> number, T nothing, Func<T, double> value)
        where T : unmanaged
    {
        var (source, target) = Gather(length, gap, samples, zeroRest, number, nothing);
        for (var lane = 0; lane < SampleGroups.Count(samples) * 16; lane++)
        {
            for (var i = 0; i < length; i++)
            {
                var expected = lane < samples ? value(source[(lane * (length + gap)) + i]) : zeroRest ? 0 : value(source[((samples - 1) * (length + gap)) + i]);
                Assert.Equal(expected, value(target[(lane / 16 * length * 16) + (i * 16) + (lane % 16)]));
            }
        }

        Assert.Equal(nothing, target[^1]);
    }

    private static void Scattered<T>(int length, int gap, int samples, bool zeroRest, Func<int, T> number, T nothing)
        where T : unmanaged
    {
        var (source, groups) = Gather(length, gap, samples, zeroRest, number, nothing);
        var target = Enumerable.Repeat(nothing, source.Length).ToArray();
        SampleGroups.Scatter(ref groups[0], ref target[0], length + gap, length, samples);
        for (var i = 0; i < source.Length; i++)
        {
            var (sample, place) = Math.DivRem(i, length + gap);
            var expected = sample >= samples || place >= length ? nothing : source[i];

            // Behind less than four elements of a sample zeros may be written up to the fourth.
            Assert.True(target[i].Equals(expected) || (sample < samples && place >= length && place < 4 && target[i].Equals(default(T))), $"{i}: {target[i]}");
        }
    }

    private static void Numbers<TSource, T>(int samples, bool zeroRest, Func<int, TSource> number, T nothing, Func<T, double> value)
        where TSource : unmanaged, INumberBase<TSource>
        where T : unmanaged, INumberBase<T>
    {
        var source = Enumerable.Range(1, samples + 1).Select(number).ToArray();
        var groups = Enumerable.Repeat(nothing, (SampleGroups.Count(samples) * 16) + 1).ToArray();
        SampleGroups.GatherNumbers(ref source[0], ref groups[0], samples, zeroRest);

        Assert.Equal(Enumerable.Range(1, groups.Length - 1).Select(i => i <= samples ? i : zeroRest ? 0.0 : samples), groups.SkipLast(1).Select(value));
        Assert.Equal(nothing, groups[^1]);

        var target = Enumerable.Repeat(nothing, samples + 1).ToArray();
        SampleGroups.ScatterNumbers(ref groups[0], ref target[0], samples);
        Assert.Equal(groups.Take(samples).Append(nothing), target);
    }

    private static (T[] Source, T[] Target) Gather<T>(int length, int gap, int samples, bool zeroRest, Func<int, T> number, T nothing)
        where T : unmanaged
    {
        var source = Enumerable.Range(1, ((samples + 1) * (length + gap)) + 1).Select(number).ToArray();
        var target = Enumerable.Repeat(nothing, (SampleGroups.Count(samples) * 16 * length) + 1).ToArray();
        SampleGroups.Gather(ref source[0], length + gap, ref target[0], length, samples, zeroRest);
        return (source, target);
    }
}
