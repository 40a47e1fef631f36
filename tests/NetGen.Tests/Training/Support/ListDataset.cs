using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Tests.Training;

/// <summary>A data set of columns by name, given as numbers sample by sample. Columns of sample weights may be missing.</summary>
internal sealed class ListDataset(int count, params (string Name, double[] Values)[] columns) : IDataset
{
    private readonly Dictionary<string, double[]> _columns = columns.ToDictionary(column => column.Name, column => column.Values);

    public int Count => count;

    /// <summary>Is called at the beginning of each fill.</summary>
    internal Action? OnFill { get; set; }

    /// <summary>The rows asked for, one list for each fill, where set.</summary>
    internal List<int[]>? Fills { get; set; }

    public void CheckColumns(IReadOnlyList<ColumnDescription> columns)
    {
        foreach (var column in columns)
        {
            if (column.Role != ColumnRole.SampleWeight && !_columns.ContainsKey(column.Name))
            {
                throw new ArgumentException($"Expected a column '{column.Name}', found none.", nameof(columns));
            }
        }
    }

    public void Fill(ReadOnlySpan<int> rows, Batch batch)
    {
        OnFill?.Invoke();
        Fills?.Add(rows.ToArray());
        batch.Resize(rows.Length);
        for (var i = 0; i < batch.Columns.Count; i++)
        {
            var column = batch[i];
            column.IsPresent = _columns.TryGetValue(column.Description.Name, out var values);
            if (column.IsPresent)
            {
                Copy(values!, rows, column);
            }
        }
    }

    private static void Copy(double[] values, ReadOnlySpan<int> rows, BatchColumn column)
    {
        var size = column.Description.Size;
        for (var row = 0; row < rows.Length; row++)
        {
            for (var i = 0; i < size; i++)
            {
                var value = values[(rows[row] * size) + i];
                switch (column.Description.ElementType)
                {
                    case ElementType.Float64:
                        column.AsSpan<double>()[(row * size) + i] = value;
                        break;
                    case ElementType.Float32:
                        column.AsSpan<float>()[(row * size) + i] = (float)value;
                        break;
                    default:
                        column.AsSpan<int>()[(row * size) + i] = (int)value;
                        break;
                }
            }
        }
    }
}
