using System.Collections.Immutable;

namespace NetGen.Tests.Data;

/// <summary>Columns as a network would describe them.</summary>
internal static class Describe
{
    public static ColumnDescription Input(string name, params int[] shape) => Input(name, ElementType.Float32, shape);

    public static ColumnDescription Input(string name, ElementType type, params int[] shape) =>
        new(name, ColumnRole.Input, type, [.. shape]);

    public static ColumnDescription Class(string name, int count) => new(name, ColumnRole.Target, ElementType.Int32, [], count);

    public static ColumnDescription Target(string name, params int[] shape) => new(name, ColumnRole.Target, ElementType.Float32, [.. shape]);

    public static ColumnDescription Weight(string name) => new(name, ColumnRole.SampleWeight, ElementType.Float32, []);

    /// <summary>A batch filled with some samples after the check that a trainer makes.</summary>
    public static Batch Fill(IDataset data, int[] rows, params ColumnDescription[] columns)
    {
        data.CheckColumns(columns);
        var batch = new Batch(columns);
        data.Fill(rows, batch);
        return batch;
    }
}
