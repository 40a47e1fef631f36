using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Workers;

/// <summary>Which part of some items is whose.</summary>
public sealed class WorkerShareTests
{
    [Theory]
    [InlineData(64, 4, 2, new[] { 32, 32 })]
    [InlineData(33, 4, 3, new[] { 8, 12, 13 })]
    [InlineData(10, 16, 3, new[] { 0, 0, 10 })]
    [InlineData(7, 4, 2, new[] { 0, 7 })]
    [InlineData(5, 1, 7, new[] { 0, 1, 1, 0, 1, 1, 1 })]
    [InlineData(0, 4, 2, new[] { 0, 0 })]
    public void SharesAreNeighboursOfWholeUnits(int items, int unit, int workers, int[] expected) =>
        Assert.Equal(expected, Shares(items, unit, workers).Select(share => share.Count));

    [Fact]
    public void TogetherSharesAreAllItemsAndNoneIsLessThanAUnit()
    {
        for (var items = 0; items < 200; items++)
        {
            foreach (var (unit, workers) in new[] { (1, 2), (4, 3), (4, 7), (16, 2), (16, 5) })
            {
                var shares = Shares(items, unit, workers);
                Assert.Equal(shares.Select((_, i) => shares.Take(i).Sum(share => share.Count)), shares.Select(share => share.First));
                Assert.Equal(items, shares.Sum(share => share.Count));
                Assert.All(shares.SkipLast(1), share => Assert.Equal(0, share.Count % unit));
                Assert.All(shares, share => Assert.True(share.Count == 0 || share.Count >= Math.Min(unit, items)));
            }
        }
    }

    [Theory]
    [InlineData(0, 16, 48, 16)]
    [InlineData(16, 16, 64, 16)]
    [InlineData(32, 16, 80, 5)]
    [InlineData(0, 64, 48, 37)]
    public void APartOfAShareEndsWithIt(int first, int count, int expectedFirst, int expectedCount) =>
        Assert.Equal(new WorkShare(expectedFirst, expectedCount), new WorkShare(48, 37).Part(first, count));

    [Fact]
    public void ManyItemsDoNotOverflow() =>
        Assert.Equal(int.MaxValue, Shares(int.MaxValue, 1, 7).Sum(share => (long)share.Count));

    [Fact]
    public void EveryTaskIsOfOneWorker()
    {
        var team = new WorkerTeam();
        for (var task = 0; task < 10; task++)
        {
            Assert.Single(Enumerable.Range(0, 3), i => new Worker(team, i, 3).Takes(task));
            Assert.True(Worker.Alone.Takes(task));
        }
    }

    [Fact]
    public void AUnitIsPositive() => Assert.Throws<ArgumentOutOfRangeException>("unit", () => Worker.Alone.Share(1, 0));

    private static WorkShare[] Shares(int items, int unit, int workers)
    {
        var team = new WorkerTeam();
        return [.. Enumerable.Range(0, workers).Select(i => new Worker(team, i, workers).Share(items, unit))];
    }
}
