using System;
using System.Linq;
using System.Text.RegularExpressions;
using NetGen.Generator.Emission.Calls;
using NetGen.Generator.Planning;
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

    /// <summary>A call is not the same where what it names lies in another part of the memory.</summary>
    [Fact]
    public void StepsInOtherRegionsDiffer()
    {
        Assert.Equal(Step(new StepPlace(null, Region.PerSample, 16)).Key, Step(new StepPlace(null, Region.PerSample, 32)).Key);
        Assert.NotEqual(Step(new StepPlace(null, Region.PerSample, 16)).Key, Step(new StepPlace(null, Region.Fixed, 16)).Key);
    }

    /// <summary>Places are a column where they differ; columns of the same numbers are one, if they are of one part of the memory.</summary>
    [Fact]
    public void PlacesThatDifferAreColumns()
    {
        ProgramStep[] steps =
        [
            .. new[] { (First: 0, Last: 7), (First: 16, Last: 7), (First: 32, Last: 8) }.Select(times => Step(
                new StepPlace(null, Region.PerSample, times.First), new StepPlace(null, Region.Fixed, times.First), new StepPlace(null, Region.PerSample, times.First), new StepPlace(null, Region.Fixed, 48), new StepPlace(null, null, times.Last))),
        ];

        var table = PlaceTable.Of(steps, new RepeatedSteps(0, 1, 3));

        Assert.Equal([0, 1, 0, null, 2], Enumerable.Range(0, 5).Select(place => table.ColumnOf(0, place)));
        Assert.Equal([0, 16, 32], table.Columns[0].Select(place => place.Number));
        Assert.Equal([7, 7, 8], table.Columns[2].Select(place => place.Number));
        Assert.Equal(48, Assert.Single(table.Constant).Number);
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
        Assert.DoesNotContain("block15Tanh1 = ref Unsafe.Add(ref perSample", source, StringComparison.Ordinal);
    }

    /// <summary>Two towers without parameters: their input gradients are loops of the same form, one behind the other, in two conditional parts of the pass.</summary>
    [Fact]
    public void SeveralPartsOfAMethodHaveLoopsOfTheirOwn()
    {
        var source = Assert.Single(Expect.Clean("""
            using NetGen;

            [Network, Input(3, 4, 4, Name = "a"), Block<Unit>(Repeat = 20), Flatten, Dense(4, Name = "da")]
            [Input(3, 4, 4, Name = "b"), Block<Unit>(Repeat = 20), Flatten, Dense(4), Add("da")]
            public sealed partial class Net;

            [Network(IsBlock = true), Input(3, 4, 4), Softmax(Axis = 0)]
            internal sealed class Unit;
            """).Generated).SourceText.ToString();
        var memory = source[source.IndexOf("class PassMemory", StringComparison.Ordinal)..];
        var tables = Regex.Matches(memory[..memory.IndexOf("\n    }\n", StringComparison.Ordinal)], @"RepeatedPlaces\d* =>\s*\[([-\d,\s]*)").Select(table => table.Groups[1].Value).ToArray();

        // Forward, and the gradients of each of the inputs.
        Assert.True(tables.Length >= 3, $"{tables.Length} tables.");
        Assert.Equal(tables.Length, tables.Distinct().Count());
    }

    private static ProgramStep Step(params StepPlace[] places) => new(places, (writer, texts) => writer.Line($"Kernel({string.Join(", ", texts)});"));

    private static string[] Keys(string text) => [.. text.Select(letter => letter.ToString())];

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
