using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace NetGen;

/// <summary>
/// Samples in memory as named columns. A column of a network is filled by the column of the same role and name; the
/// columns that are left are matched in order, and their numbers must agree. One column of sample weights serves every
/// loss, unless it has the name of one. The arrays given are kept, not copied: they must not change once a data set was checked.
/// </summary>
public sealed partial class Dataset : IDataset
{
    private readonly DataColumn[] _columns;
    private readonly RowMap _rows;
    private ColumnBinding[] _bindings = [];

    internal Dataset(DataColumn[] columns, RowMap rows)
    {
        _columns = columns;
        _rows = rows;
        Columns = [.. columns.Select(column => column.Description)];
    }

    /// <inheritdoc/>
    public int Count => _rows.Count;

    /// <summary>The columns of the data set: names, roles, shapes and the types they are stored in (bytes count as <see cref="ElementType.Float32"/>).</summary>
    public ImmutableArray<ColumnDescription> Columns { get; }

    /// <inheritdoc/>
    public void CheckColumns(IReadOnlyList<ColumnDescription> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (!Array.Exists(_bindings, binding => binding.IsFor(columns)))
        {
            Bind([.. columns]);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The batch has columns that were not checked before and that the data set cannot fill.</exception>
    public void Fill(ReadOnlySpan<int> rows, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var binding = Find(batch) ?? Bind([.. batch.Columns.Select(column => column.Description)]);
        batch.Resize(rows.Length);
        for (var i = 0; i < batch.Columns.Count; i++)
        {
            var source = binding[i];
            batch[i].IsPresent = source is not null;
            source?.Gather(rows, _rows, batch[i]);
        }
    }

    /// <summary>Some consecutive samples, as a view without copying.</summary>
    /// <param name="start">The first sample.</param>
    /// <param name="length">How many samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the data set.</exception>
    public Dataset Slice(int start, int length)
    {
        if (start < 0 || length < 0 || length > Count - start)
        {
            throw new ArgumentOutOfRangeException(nameof(start), $"The range from {start}, {length} long, does not lie within the {Count} samples.");
        }

        return new Dataset(_columns, _rows.Slice(start, length));
    }

    /// <summary>Some consecutive samples, as a view without copying.</summary>
    /// <param name="range">Which samples, as <c>..1000</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie within the data set.</exception>
    public Dataset Slice(Range range)
    {
        var (start, length) = range.GetOffsetAndLength(Count);
        return Slice(start, length);
    }

    /// <summary>Splits the samples at random into two data sets, which are views without copying.</summary>
    /// <param name="fraction">The part of the samples, in [0, 1], that the first one gets, rounded to a whole number of samples.</param>
    /// <param name="seed">Decides which; the same seed gives the same split.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction lies outside [0, 1].</exception>
    public (Dataset First, Dataset Second) Split(double fraction, ulong seed)
    {
        if (!(fraction >= 0 && fraction <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "Expected a fraction in [0, 1].");
        }

        var rows = _rows.Reorder(Permutation.Create(Count, new PhiloxStream(seed, PhiloxStream.Splitting, 0)));
        var first = (int)Math.Round(fraction * Count, MidpointRounding.AwayFromZero);
        return (new Dataset(_columns, rows.Slice(0, first)), new Dataset(_columns, rows.Slice(first, Count - first)));
    }

    /// <summary>The samples of several data sets, one after the other. They are copied.</summary>
    /// <param name="first">The data set whose samples come first.</param>
    /// <param name="others">Data sets with the same columns in the same order.</param>
    /// <exception cref="ArgumentException">The columns of two data sets differ.</exception>
    /// <exception cref="OverflowException">A column of all samples would have 2³¹ numbers or more.</exception>
    public static Dataset Concat(Dataset first, params ReadOnlySpan<Dataset> others)
    {
        ArgumentNullException.ThrowIfNull(first);
        var rest = others.ToArray();
        foreach (var other in rest)
        {
            CheckAlike(first, other);
        }

        var columns = first._columns
            .Select((column, i) => column.Concat(first._rows, [.. rest.Select(other => (other._columns[i], other._rows))]))
            .ToArray();
        return new Dataset(columns, new RowMap(null, 0, columns[0].Count));
    }

    internal DataColumn Column(int index) => _columns[index];

    internal RowMap Rows => _rows;

    /// <summary>The same samples with some columns replaced; the new ones store exactly the samples of this view, in its order.</summary>
    internal Dataset Replace(Func<DataColumn, DataColumn?> replacement)
    {
        var columns = _columns.Select(column => replacement(column) ?? column.Concat(_rows, [])).ToArray();
        return new Dataset(columns, new RowMap(null, 0, Count));
    }

    private static void CheckAlike(Dataset first, Dataset other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var same = first._columns.Length == other._columns.Length
            && first._columns.Zip(other._columns).All(pair => pair.First.IsLike(pair.Second));
        if (!same)
        {
            throw new ArgumentException($"The data sets have different columns: {Text(first)} and {Text(other)}.");
        }
    }

    private static string Text(Dataset data) => string.Join(
        ", ", data.Columns.Select(column => $"'{column.Name}' ({column.Role}, {column.ElementType}, [{string.Join(", ", column.Shape)}])"));

    private ColumnBinding? Find(Batch batch)
    {
        foreach (var binding in Volatile.Read(ref _bindings))
        {
            if (binding.IsFor(batch))
            {
                return binding;
            }
        }

        return null;
    }

    private ColumnBinding Bind(ColumnDescription[] expected)
    {
        var sources = ColumnMatcher.Match(_columns, expected);
        for (var i = 0; i < expected.Length; i++)
        {
            if (sources[i] is { } source)
            {
                ColumnCheck.Check(source, _rows, expected[i]);
            }
        }

        var binding = new ColumnBinding(expected, sources);

        // Two threads may check the same columns at once; the one that loses the race merely checks again later.
        Volatile.Write(ref _bindings, [.. _bindings, binding]);
        return binding;
    }
}
