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
    [InlineData(0, 0, 0, 0, 3)]
    public void SharesAreLimited(int numbers, int unknown, int derivatives, int kinks, int shortfalls)
    {
        var tally = new Tally();
        tally.AddNumbers(numbers, unknown);
        tally.AddCall(isKnown: true);
        foreach (var isKink in Enumerable.Repeat(false, derivatives).Concat(Enumerable.Repeat(true, kinks)))
        {
            tally.AddDerivative(isKink, isSlope: true);
        }

        Assert.Equal(shortfalls, tally.Shortfalls().Count());
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    public void FewNumbersAreKnownVaguely(int vague, int shortfalls)
    {
        var tally = new Tally();
        tally.AddNumbers(100, 0, vague);
        tally.AddDerivative(isKink: false, isSlope: true);
        tally.AddCall(isKnown: true);

        Assert.Equal(shortfalls, tally.Shortfalls().Count());
    }

    /// <summary>A network of a hundred tensors counts as one of a single tensor does.</summary>
    [Theory]
    [InlineData(1, 100, 0)]
    [InlineData(2, 100, 1)]
    [InlineData(2, 1, 1)]
    public void NetworksCountOnce(int unknown, int tensors, int shortfalls)
    {
        var tally = new Tally();
        for (var i = 0; i < 100; i++)
        {
            var network = new Tally();
            for (var tensor = 0; tensor < (i < unknown ? tensors : 1); tensor++)
            {
                network.AddNumbers(i < unknown ? 0 : 1, i < unknown ? 1 : 0);
            }

            network.AddDerivative(isKink: false, isSlope: true);
            network.AddCall(isKnown: true);
            tally.Add(network);
        }

        Assert.Equal(shortfalls, tally.Shortfalls().Count());
    }

    [Theory]
    [InlineData(34, 66, 50, 50, 0)]
    [InlineData(33, 67, 50, 50, 1)]
    [InlineData(34, 66, 49, 51, 1)]
    [InlineData(100, 0, 0, 0, 1)]
    public void WhatSaysNothingIsNotEnough(int slopes, int zeros, int known, int unknown, int shortfalls)
    {
        var tally = new Tally();
        tally.AddNumbers(1, 0);
        foreach (var isSlope in Enumerable.Repeat(true, slopes).Concat(Enumerable.Repeat(false, zeros)))
        {
            tally.AddDerivative(isKink: false, isSlope);
        }

        foreach (var isKnown in Enumerable.Repeat(true, known).Concat(Enumerable.Repeat(false, unknown)))
        {
            tally.AddCall(isKnown);
        }

        Assert.Equal(shortfalls, tally.Shortfalls().Count());
    }
}
