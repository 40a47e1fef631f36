using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>An axis of a contraction whose lanes are summed over: its size and the elements from one step to the next in both operands and the result.</summary>
internal sealed record LaneSumAxis(char Label, long Size, long Rows, long Columns, long Result)
{
    public string Count => Label == TypeRules.SampleLabel ? SampleCount.OfGroups : Literals.Integer(Size);

    /// <summary>The loop variable. Letters alone could be names of operands.</summary>
    public string Variable => Label == TypeRules.SampleLabel ? "n" : "_" + Label;
}

/// <summary>So many steps of an axis whose sums are taken together; a single one where there is no axis.</summary>
internal sealed record LaneSumTile(LaneSumAxis? Axis, int Size);

/// <summary>The axes of such a contraction by the part that they play: those of its tile, those around, and those summed over.</summary>
internal sealed class LaneSumAxes
{
    // With a vector of each row and each column these fit 32 registers, and all but some of the columns 16.
    private const int MostSums = 12;

    // Sums that wait for each other less than the machine can add at once.
    private const double LeastCost = 4;

    public LaneSumAxes(Value value, ProgramPlan plan)
    {
        var contract = (ContractOperation)value.Operation;
        var lane = contract.Left[contract.Left.Length - 1];
        var labels = (contract.Left + contract.Right).Distinct().Where(label => label != lane).ToArray();
        (RowOperand, ColumnOperand) = (value.Operands[0], value.Operands[1]);
        var axes = labels.Select(label => new LaneSumAxis(
            label,
            label == TypeRules.SampleLabel ? 0 : ContractionForm.SizeOf(value, label),
            Stride(label, contract.Left, value.Operands[0], plan),
            Stride(label, contract.Right, value.Operands[1], plan),
            Stride(label, contract.Result, value, plan))).ToArray();

        var free = axes.Where(axis => contract.Result.Contains(axis.Label)).ToArray();
        (Row, Column) = Choose(
            free.Where(axis => !contract.Right.Contains(axis.Label)).ToArray(), free.Where(axis => !contract.Left.Contains(axis.Label)).ToArray());
        Outer = free.Where(axis => axis != Row.Axis && axis != Column.Axis).ToArray();
        Summed = axes.Where(axis => !contract.Result.Contains(axis.Label)).ToArray();
        Run = TensorType.GroupSize;
        JoinRun();
    }

    /// <summary>The operand of which a tile takes rows.</summary>
    public Value RowOperand { get; }

    /// <summary>The operand of which it takes columns.</summary>
    public Value ColumnOperand { get; }

    public LaneSumTile Row { get; }

    public LaneSumTile Column { get; }

    /// <summary>The loops around the tiles.</summary>
    public IReadOnlyList<LaneSumAxis> Outer { get; }

    /// <summary>The loops of a sum around the innermost one, outermost first.</summary>
    public IReadOnlyList<LaneSumAxis> Summed { get; private set; }

    /// <summary>How many elements lie one after the other in both operands: the lanes, and the axes before them that go on where these end.</summary>
    public long Run { get; private set; }

    private void JoinRun()
    {
        while (Summed.Count > 0 && Summed[Summed.Count - 1] is var last && last.Label != TypeRules.SampleLabel && last.Rows == Run && last.Columns == Run)
        {
            Run *= last.Size;
            Summed = Summed.Take(Summed.Count - 1).ToArray();
        }
    }

    // The tile that takes the least time for all sums: products or loads, two of either at once.
    private static (LaneSumTile Row, LaneSumTile Column) Choose(IReadOnlyList<LaneSumAxis> rows, IReadOnlyList<LaneSumAxis> columns)
    {
        var tiles =
            from row in Tiles(rows)
            from column in Tiles(columns)
            where row.Size * column.Size <= MostSums
            orderby Steps(row) * Steps(column) * Math.Max(Math.Max(row.Size * column.Size, row.Size + column.Size) / 2.0, LeastCost) / (All(row) * (double)All(column)),
                Step(row.Axis?.Rows) + Step(column.Axis?.Columns)
            select (row, column);
        return tiles.First();

        static long All(LaneSumTile tile) => tile.Axis?.Size ?? 1;
        static long Steps(LaneSumTile tile) => (All(tile) + tile.Size - 1) / tile.Size;
        static long Step(long? stride) => stride ?? 0;
    }

    private static IEnumerable<LaneSumTile> Tiles(IReadOnlyList<LaneSumAxis> axes) => axes
        .SelectMany(axis => Enumerable.Range(1, (int)Math.Min(axis.Size, MostSums)).Select(size => new LaneSumTile(axis, size)))
        .DefaultIfEmpty(new LaneSumTile(null, 1));

    private static long Stride(char label, string labels, Value value, ProgramPlan plan) =>
        labels.IndexOf(label) < 0 ? 0
        : label == TypeRules.SampleLabel ? plan.StorageOf(value).SampleStride
        : plan.StorageOf(value).StrideOf(value, labels.TrimStart(TypeRules.SampleLabel).IndexOf(label));
}
