using System;
using System.Linq;
using NetGen.Generator.Emission.Calls;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>Calls that are repeated become a loop.</summary>
public sealed class RepeatedStepsTests
{
    [Fact]
    public void WhatIsRepeatedIsFoundBetweenWhatIsNot() =>
        Assert.Equal([new(0, 2, 1), new(2, 4, 5), new(22, 1, 1)], RepeatedSteps.Of(Keys("xy" + Times("abcd", 5) + "z")));

    /// <summary>Sixteen calls saved at least.</summary>
    [Theory]
    [InlineData("abcd", 4, false)]
    [InlineData("abcd", 5, true)]
    [InlineData("a", 16, false)]
    [InlineData("a", 17, true)]
    [InlineData("abcdefghijklmnop", 2, true)]
    [InlineData("abcdefghijklmno", 2, false)]
    public void AFewCallsStayAsTheyAre(string unit, int times, bool isLoop)
    {
        var steps = RepeatedSteps.Of(Keys(Times(unit, times)));

        Assert.Equal(isLoop ? new RepeatedSteps(0, unit.Length, times) : new RepeatedSteps(0, unit.Length * times, 1), Assert.Single(steps));
    }

    [Fact]
    public void TheShortestPeriodOfThoseThatSaveMostIsTaken() =>
        Assert.Equal([new(0, 2, 20)], RepeatedSteps.Of(Keys(Times("ab", 20))));

    [Fact]
    public void NothingIsLostOrExchanged()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 300; trial++)
        {
            var text = string.Concat(Enumerable.Range(0, 6).Select(_ => Times(string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => (char)('a' + random.Next(3)))), random.Next(1, 12))));
            var steps = RepeatedSteps.Of(Keys(text));

            Assert.Equal(text, string.Concat(steps.Select(run => Times(text.Substring(run.Start, run.Period), run.Count))));
        }
    }

    [Fact]
    public void ABlockThatIsRepeatedIsALoopOverItsPlaces()
    {
        var run = TestRun.Of("""
            using NetGen;

            [Network, Input(4), Block<Unit>(Repeat = 12), Dense(2), SquaredError]
            public sealed partial class Net;

            [Network(IsBlock = true), Input(4), Dense(4), Tanh, Dense(4), Add("input")]
            internal sealed class Unit;
            """);
        var source = string.Concat(run.Generated.Select(file => file.SourceText.ToString()));

        Assert.Empty(run.Compiler);
        Assert.Contains(" times the same, at other places.", source, StringComparison.Ordinal);
        Assert.Contains("public static ReadOnlySpan<int> RepeatedPlaces =>", source, StringComparison.Ordinal);
        Assert.DoesNotContain("block15Dense1 = ", source, StringComparison.Ordinal);
    }

    private static string[] Keys(string text) => [.. text.Select(letter => letter.ToString())];

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
