using System;
using Xunit;

namespace NetGen.Tests.Metrics;

public class ConfusionMatrixTests
{
    [Fact]
    public void SharesFollowTheCounts()
    {
        var matrix = Example();
        Assert.Equal(12, matrix.Total);
        Assert.Equal(7, matrix.Correct);
        Assert.Equal(7.0 / 12, matrix.Accuracy);
        Assert.Equal(2, matrix[0, 1]);
        Assert.Equal(1, matrix[1, 0]);

        Assert.Equal(4.0 / 5, matrix.Precision(0));
        Assert.Equal(4.0 / 6, matrix.Recall(0));
        Assert.Equal(2 * (0.8 * (2.0 / 3)) / (0.8 + (2.0 / 3)), matrix.F1(0), 1e-15);
        Assert.Equal(3.0 / 7, matrix.Precision(1));
        Assert.Equal(3.0 / 4, matrix.Recall(1));
    }

    [Fact]
    public void WhatHasNoCountsIsNotANumber()
    {
        var matrix = Example();
        Assert.True(double.IsNaN(matrix.Precision(2)));
        Assert.Equal(0, matrix.Recall(2));
        Assert.Equal(0, matrix.F1(2));
        Assert.True(double.IsNaN(matrix.F1(3)));
        Assert.True(double.IsNaN(new ConfusionMatrix(2).Accuracy));
    }

    [Fact]
    public void TheTableIsAligned()
    {
        var matrix = new ConfusionMatrix(3);
        for (var i = 0; i < 10; i++)
        {
            matrix.Add(0, 0);
        }

        matrix.Add(1, 0);
        matrix.Add(1, 1);
        const string numbers =
            "truth \\ predicted   0  1  2  precision  recall      F1\n" +
            "                0  10  0  0     0.9091  1.0000  0.9524\n" +
            "                1   1  1  0     1.0000  0.5000  0.6667\n" +
            "                2   0  0  0          -       -       -\n";
        const string names =
            "truth \\ predicted  cat  dog  elephant  precision  recall      F1\n" +
            "              cat   10    0         0     0.9091  1.0000  0.9524\n" +
            "              dog    1    1         0     1.0000  0.5000  0.6667\n" +
            "         elephant    0    0         0          -       -       -\n";
        Assert.Equal(numbers, matrix.ToString());
        Assert.Equal(names, matrix.ToString(["cat", "dog", "elephant"]));
        Assert.Throws<ArgumentException>(() => matrix.ToString(["cat"]));
    }

    [Fact]
    public void ClassesThatDoNotExistAreRefused()
    {
        var matrix = new ConfusionMatrix(2);
        Assert.Equal("truth", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(2, 0)).ParamName);
        Assert.Equal("prediction", Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(0, -1)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(40_000));
        Assert.Equal(0, matrix.Total);
    }

    private static ConfusionMatrix Example()
    {
        var matrix = new ConfusionMatrix(4);
        (int Truth, int Prediction, int Times)[] counts = [(0, 0, 4), (0, 1, 2), (1, 1, 3), (1, 0, 1), (2, 1, 2)];
        foreach (var (truth, prediction, times) in counts)
        {
            for (var i = 0; i < times; i++)
            {
                matrix.Add(truth, prediction);
            }
        }

        return matrix;
    }
}
