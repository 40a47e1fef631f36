using System;
using System.Collections.Generic;
using System.Globalization;

namespace NetGen;

/// <summary>How often a sample of each class was predicted as each class: rows are the truth, columns the prediction.</summary>
public sealed class ConfusionMatrix
{
    // The counts of more would not fit an array.
    private const int MostClasses = 32768;

    private readonly long[] _counts;

    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="classCount">The number of classes, in [1, 32768].</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes lies outside its range.</exception>
    public ConfusionMatrix(int classCount)
    {
        ClassCount = Require.Positive(classCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classCount, MostClasses);
        _counts = new long[classCount * classCount];
    }

    /// <summary>The number of classes.</summary>
    public int ClassCount { get; }

    /// <summary>How many samples were counted.</summary>
    public long Total { get; private set; }

    /// <summary>How many of them were predicted as what they are.</summary>
    public long Correct { get; private set; }

    /// <summary>The share of right predictions, in [0, 1]; NaN where nothing was counted.</summary>
    public double Accuracy => (double)Correct / Total;

    /// <summary>How many samples of one class were predicted as another.</summary>
    /// <param name="truth">The class that they are of.</param>
    /// <param name="prediction">The class that was predicted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int truth, int prediction] => _counts[Place(truth, prediction)];

    /// <summary>Counts one sample.</summary>
    /// <param name="truth">The class that it is of.</param>
    /// <param name="prediction">The class that was predicted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public void Add(int truth, int prediction)
    {
        _counts[Place(truth, prediction)]++;
        Total++;
        Correct += truth == prediction ? 1 : 0;
    }

    /// <summary>Of the samples predicted as a class, the share that are of it; NaN where none was predicted so.</summary>
    /// <param name="index">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int index) => (double)this[index, index] / Predicted(index);

    /// <summary>Of the samples of a class, the share predicted so; NaN where there are none.</summary>
    /// <param name="index">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int index) => (double)this[index, index] / Actual(index);

    /// <summary>The harmonic mean of precision and recall, 2·TP / (2·TP + FP + FN); NaN where the class neither occurs nor is predicted.</summary>
    /// <param name="index">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double F1(int index) => 2.0 * this[index, index] / (Actual(index) + Predicted(index));

    /// <summary>The matrix as a table with precision, recall and F1 of each class; the classes are their numbers.</summary>
    public override string ToString() => ToString(null);

    /// <summary>The matrix as a table with precision, recall and F1 of each class.</summary>
    /// <param name="classNames">One name for each class, or null for their numbers.</param>
    /// <exception cref="ArgumentException">The number of names is not that of the classes.</exception>
    public string ToString(IReadOnlyList<string>? classNames)
    {
        if (classNames is not null && classNames.Count != ClassCount)
        {
            throw new ArgumentException($"Expected {ClassCount} class names, found {classNames.Count}.", nameof(classNames));
        }

        var rows = new List<string[]> { HeaderRow(classNames) };
        for (var truth = 0; truth < ClassCount; truth++)
        {
            rows.Add(Row(truth, NameOf(truth, classNames)));
        }

        return TextTable.Align(rows, leftColumns: 0) + '\n';
    }

    private static string NameOf(int index, IReadOnlyList<string>? names) =>
        names?[index] ?? index.ToString(CultureInfo.InvariantCulture);

    private static string Share(double value) => double.IsNaN(value) ? "-" : value.ToString("0.0000", CultureInfo.InvariantCulture);

    private string[] HeaderRow(IReadOnlyList<string>? names)
    {
        var row = new string[ClassCount + 4];
        row[0] = @"truth \ predicted";
        for (var prediction = 0; prediction < ClassCount; prediction++)
        {
            row[prediction + 1] = NameOf(prediction, names);
        }

        (row[^3], row[^2], row[^1]) = ("precision", "recall", "F1");
        return row;
    }

    private string[] Row(int truth, string name)
    {
        var row = new string[ClassCount + 4];
        row[0] = name;
        for (var prediction = 0; prediction < ClassCount; prediction++)
        {
            row[prediction + 1] = this[truth, prediction].ToString(CultureInfo.InvariantCulture);
        }

        (row[^3], row[^2], row[^1]) = (Share(Precision(truth)), Share(Recall(truth)), Share(F1(truth)));
        return row;
    }

    private long Actual(int truth)
    {
        var sum = 0L;
        for (var prediction = 0; prediction < ClassCount; prediction++)
        {
            sum += this[truth, prediction];
        }

        return sum;
    }

    private long Predicted(int prediction)
    {
        var sum = 0L;
        for (var truth = 0; truth < ClassCount; truth++)
        {
            sum += this[truth, prediction];
        }

        return sum;
    }

    private int Place(int truth, int prediction)
    {
        Check(truth, nameof(truth));
        Check(prediction, nameof(prediction));
        return (truth * ClassCount) + prediction;
    }

    private void Check(int index, string name)
    {
        if ((uint)index >= (uint)ClassCount)
        {
            throw new ArgumentOutOfRangeException(name, index, $"Expected a class in [0, {ClassCount}), found {index}.");
        }
    }
}
