using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// Contractions whose lanes are summed over, as the weight gradient of a convolution with the samples of a group in the lanes: for some rows of one operand and some columns of
/// the other the products of their vectors are added up in registers, and the lanes of each sum at last.
/// </summary>
internal sealed class SumOfLanes
{
    private readonly Value _value;
    private readonly OperandNames _names;
    private readonly VectorType _type;
    private readonly SourceWriter _writer;
    private readonly LaneSumAxes _axes;
    private readonly Layout _result;

    public SumOfLanes(ContractKernel kernel, OperandNames names, KernelContext context, SourceWriter writer)
    {
        (_value, _names, _type, _writer) = (kernel.Contraction, names, context.Type, writer);
        _axes = new LaneSumAxes(_value, context.Plan);
        _result = context.Plan.StorageOf(_value).Layout;
    }

    public void Write()
    {
        if (_result.LaneAxis >= 0 && _value.Shape[_result.LaneAxis] % Blocks.Size != 0)
        {
            // Those past the end of a panel.
            _writer.Line($"MemoryMarshal.CreateSpan(ref result, {Literals.Integer(Blocks.Length(_value.Shape, _result))}).Clear();");
        }

        Around(_axes.Outer, 0);
    }

    private void Around(IReadOnlyList<LaneSumAxis> axes, int index)
    {
        if (index < axes.Count)
        {
            _writer.Block($"for (var {axes[index].Variable} = 0; {axes[index].Variable} < {axes[index].Count}; {axes[index].Variable}++)", () => Around(axes, index + 1));
            return;
        }

        Tiles("row", _axes.Row, () => Tiles("column", _axes.Column, Tile));
    }

    // The last tile overlaps the one before instead of leaving a remainder: each sum is taken in the same order in every tile.
    private void Tiles(string name, LaneSumTile tile, Action body)
    {
        if (tile.Axis is not { } axis || tile.Size == axis.Size)
        {
            body();
            return;
        }

        var even = axis.Size % tile.Size == 0;
        var first = even ? name : name + "Tile";
        _writer.Block($"for (var {first} = 0; {first} < {axis.Count}; {first} += {Literals.Integer(tile.Size)})", () =>
        {
            if (!even)
            {
                _writer.Line($"var {name} = Math.Min({first}, {Literals.Integer(axis.Size - tile.Size)});");
            }

            body();
        });
    }

    private void Tile()
    {
        foreach (var (row, column) in Sums())
        {
            _writer.Line($"var {Sum(row, column)} = {_type.Name}.Zero;");
        }

        _writer.Line($"ref var left0 = ref {Addresses.At(_names[_axes.RowOperand], Place(axis => axis.Rows))};");
        _writer.Line($"ref var right0 = ref {Addresses.At(_names[_axes.ColumnOperand], Place(axis => axis.Columns))};");
        Summed(0);
        _writer.Line($"ref var total = ref {Addresses.At("result", Place(axis => axis.Result))};");
        foreach (var (row, column) in Sums())
        {
            var place = (row * (_axes.Row.Axis?.Result ?? 0)) + (column * (_axes.Column.Axis?.Result ?? 0));
            _writer.Line($"{Addresses.At("total", Literals.Integer(place))} = Lanes.Sum({Sum(row, column)});");
        }
    }

    private string Place(Func<LaneSumAxis, long> stride) => Addresses.Sum(_axes.Outer.Select(axis => Addresses.Times(axis.Variable, stride(axis)))
        .Append(OfTile("row", _axes.Row, stride)).Append(OfTile("column", _axes.Column, stride)));

    private static string OfTile(string name, LaneSumTile tile, Func<LaneSumAxis, long> stride) =>
        tile.Axis is not { } axis || tile.Size == axis.Size ? "0" : Addresses.Times(name, stride(axis));

    // Each loop moves its own pair of references; the innermost runs over vectors.
    private void Summed(int depth)
    {
        var (left, right) = ("left" + Literals.Integer(depth), "right" + Literals.Integer(depth));
        if (depth == _axes.Summed.Count)
        {
            _writer.Block($"for (var i = 0; i < {Literals.Integer(_axes.Run)}; i += {_type.Count})", () => Step(left, right));
            return;
        }

        var axis = _axes.Summed[depth];
        _writer.Block($"for (var {axis.Variable} = 0; {axis.Variable} < {axis.Count}; {axis.Variable}++)", () =>
        {
            _writer.Line($"ref var left{Literals.Integer(depth + 1)} = ref {Addresses.At(left, Addresses.Times(axis.Variable, axis.Rows))};");
            _writer.Line($"ref var right{Literals.Integer(depth + 1)} = ref {Addresses.At(right, Addresses.Times(axis.Variable, axis.Columns))};");
            Summed(depth + 1);
        });
    }

    // The shorter side of the tile first; of the other one vector at a time, so that where registers are few they hold the sums.
    private void Step(string left, string right)
    {
        if (_axes.Column.Size < _axes.Row.Size)
        {
            Each(_axes.Column.Size, Column);
            Each(_axes.Row.Size, row =>
            {
                Row(row);
                Each(_axes.Column.Size, column => Add(row, column));
            });
        }
        else
        {
            Each(_axes.Row.Size, Row);
            Each(_axes.Column.Size, column =>
            {
                Column(column);
                Each(_axes.Row.Size, row => Add(row, column));
            });
        }

        void Row(int row) => _writer.Line($"var row{Literals.Integer(row)} = {Load(left, row * (_axes.Row.Axis?.Rows ?? 0))};");
        void Column(int column) => _writer.Line($"var column{Literals.Integer(column)} = {Load(right, column * (_axes.Column.Axis?.Columns ?? 0))};");
        void Add(int row, int column) =>
            _writer.Line($"{Sum(row, column)} = Vector.MultiplyAddEstimate(row{Literals.Integer(row)}, column{Literals.Integer(column)}, {Sum(row, column)});");
    }

    private static void Each(int count, Action<int> write)
    {
        for (var i = 0; i < count; i++)
        {
            write(i);
        }
    }

    private static string Load(string reference, long place) => $"Vector.LoadUnsafe(ref {reference}, (nuint){Addresses.Primary(Addresses.Sum("i", Literals.Integer(place)))})";

    private IEnumerable<(int Row, int Column)> Sums() =>
        Enumerable.Range(0, _axes.Row.Size).SelectMany(row => Enumerable.Range(0, _axes.Column.Size).Select(column => (row, column)));

    private static string Sum(int row, int column) => $"sum{Literals.Integer(row)}{(char)('A' + column)}";
}
