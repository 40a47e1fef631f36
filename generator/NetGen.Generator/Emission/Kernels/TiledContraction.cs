using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>The loops of one contraction: outer axes, panels of 16 lanes, tiles of rows, and the sum inside.</summary>
internal sealed class TiledContraction
{
    /// <summary>Twelve accumulators, two vectors of lanes and one spread element fit the 16 registers of AVX2.</summary>
    private const int TileRows = 6;

    private readonly ContractKernel _kernel;
    private readonly OperandNames _names;
    private readonly SourceWriter _writer;
    private readonly ContractionAxes _axes;
    private readonly VectorType _type;
    private readonly ContractionEpilogue _epilogue;
    private readonly Value _broadcast;
    private readonly Value _lanes;

    public TiledContraction(ContractKernel kernel, OperandNames names, KernelContext context, SourceWriter writer)
    {
        _kernel = kernel;
        _names = names;
        _writer = writer;
        _type = context.Type;
        _axes = new ContractionAxes(kernel, context.Plan);
        _epilogue = new ContractionEpilogue(kernel, names, context.Type, _axes);
        _broadcast = kernel.Contraction.Operands[kernel.Form.BroadcastOperand];
        _lanes = kernel.Contraction.Operands[kernel.Form.LaneOperand];
    }

    private string Broadcast => _names[_broadcast];

    private string Lanes => _names[_lanes];

    private ContractionAxis? Row => _axes.Row;

    /// <summary>What is declared before the loops.</summary>
    public string Head() => _epilogue.Head();

    public void Write() => OuterLoops(0, Array.Empty<ContractionAxis>(), around =>
    {
        _writer.Block($"for (var panel = 0; panel < {Literals.Integer(_axes.Panels)}; panel++)", () =>
        {
            // Two vectors of lanes at a time; one where a vector is as wide as the panel.
            _writer.Block($"for (var lane = 0; lane < 16; lane += Math.Min(2 * {_type.Name}.Count, 16))", () =>
            {
                _writer.Line($"ref var lanePanel = ref Unsafe.Add(ref {Lanes}, {Sum(around, axis => axis.Lanes, $"panel * {Literals.Integer(_axes.PanelStride)}", "lane")});");
                _writer.Line($"ref var resultPanel = ref Unsafe.Add(ref result, {Sum(around, axis => axis.Result, $"panel * {Literals.Integer(_axes.ResultPanelStride)}", "lane")});");
                _epilogue.DeclarePanel(_writer, around);
                if (_axes.ZeroPadding || _axes.PartialStores)
                {
                    _writer.Line($"var valid = {Literals.Integer(_axes.LaneSize)} - (panel * 16) - lane;");
                }

                var start = Sum(around, axis => axis.Broadcast);
                _writer.Line($"ref var firstRow = ref Unsafe.Add(ref {Broadcast}, {start});");
                _writer.Block($"if ({_type.Name}.Count < 16)", TwoVectors);
                _writer.Block("else", () => RowByRow(vectors: 1));
            });
        });
    });

    private void OuterLoops(int index, IReadOnlyList<ContractionAxis> around, Action<IReadOnlyList<ContractionAxis>> body)
    {
        if (index == _axes.Outer.Count)
        {
            body(around);
            return;
        }

        var axis = _axes.Outer[index];
        _writer.Block(
            $"for (var {axis.Variable} = 0; {axis.Variable} < {axis.Count}; {axis.Variable}++)",
            () => OuterLoops(index + 1, around.Concat(new[] { axis }).ToArray(), body));
    }

    private void TwoVectors()
    {
        if (Row is null || (!Row.OverSamples && Row.Size < TileRows))
        {
            RowByRow(vectors: 2);
            return;
        }

        var count = Row.Count;
        if (!Row.OverSamples)
        {
            Tiles(count);
            return;
        }

        _writer.Block($"if ({count} >= {TileRows})", () => Tiles(count));
        _writer.Block("else", () => RowByRow(vectors: 2));
    }

    private void Tiles(string count) =>
        _writer.Block($"for (var tile = 0; tile < {count}; tile += {TileRows})", () =>
        {
            _writer.Line($"var row = Math.Min(tile, {count} - {TileRows});");
            Tile(TileRows, vectors: 2, "row");
        });

    private void RowByRow(int vectors)
    {
        if (Row is null)
        {
            Tile(1, vectors, "0");
            return;
        }

        _writer.Block($"for (var row = 0; row < {Row.Count}; row++)", () => Tile(1, vectors, "row"));
    }

    private void Tile(int rows, int vectors, string row)
    {
        for (var r = 0; r < rows; r++)
        {
            _writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(v => $"var {Sum(r, v)} = {_type.Name}.Zero;")));
        }

        _writer.Line($"ref var elements0 = ref Unsafe.Add(ref firstRow, {Times(row, Row?.Broadcast ?? 0)});");
        _writer.Line("ref var lanes0 = ref lanePanel;");
        SummedLoops(0, () => Step(rows, vectors));
        _writer.Line($"ref var destination = ref Unsafe.Add(ref resultPanel, {Times(row, Row?.Result ?? 0)});");
        for (var r = 0; r < rows; r++)
        {
            for (var v = 0; v < vectors; v++)
            {
                Store(r, v, row);
            }
        }
    }

    // Each loop moves its own pair of references along the two operands.
    private void SummedLoops(int depth, Action body)
    {
        if (depth == _axes.Summed.Count)
        {
            body();
            return;
        }

        var axis = _axes.Summed[depth];
        _writer.Block($"for (var {axis.Variable} = 0; {axis.Variable} < {axis.Count}; {axis.Variable}++)", () =>
        {
            if (depth + 1 < _axes.Summed.Count)
            {
                _writer.Line($"ref var elements{depth + 1} = ref elements{depth};");
                _writer.Line($"ref var lanes{depth + 1} = ref lanes{depth};");
                SummedLoops(depth + 1, body);
            }
            else
            {
                body();
            }

            _writer.Line($"elements{depth} = ref Unsafe.Add(ref elements{depth}, {Literals.Integer(axis.Broadcast)});");
            _writer.Line($"lanes{depth} = ref Unsafe.Add(ref lanes{depth}, {Literals.Integer(axis.Lanes)});");
        });
    }

    private void Step(int rows, int vectors)
    {
        var depth = Math.Max(_axes.Summed.Count - 1, 0);
        var (x, w) = ($"elements{depth}", $"lanes{depth}");
        for (var v = 0; v < vectors; v++)
        {
            _writer.Line($"var {Letter("vector", v)} = Vector.LoadUnsafe(ref {w}{(v == 0 ? string.Empty : $", (nuint){_type.Name}.Count")});");
        }

        for (var r = 0; r < rows; r++)
        {
            var element = r == 0 ? x : $"Unsafe.Add(ref {x}, {Literals.Integer(r * Row!.Broadcast)})";
            _writer.Line($"var spread{r} = new {_type.Name}({element});");
            for (var v = 0; v < vectors; v++)
            {
                _writer.Line($"{Sum(r, v)} = Vector.MultiplyAddEstimate(spread{r}, {Letter("vector", v)}, {Sum(r, v)});");
            }
        }
    }

    private void Store(int r, int v, string row)
    {
        var shift = v == 0 ? string.Empty : $"{_type.Name}.Count";
        var offset = r * (Row?.Result ?? 0);
        var place = string.Join(" + ", new[] { offset == 0 ? string.Empty : Literals.Integer(offset), shift }.Where(part => part.Length > 0));
        var destination = place.Length == 0 ? "destination" : $"Unsafe.Add(ref destination, {place})";
        var value = _epilogue.Apply(_writer, Sum(r, v), r, v, row);
        var valid = v == 0 ? "valid" : $"valid - {_type.Name}.Count";
        _writer.Line(
            _axes.PartialStores ? $"Lanes.Store({value}, ref {destination}, {valid});"
            : _axes.ZeroPadding ? $"Vector.StoreUnsafe(Lanes.KeepFirst({value}, {valid}), ref {destination});"
            : $"Vector.StoreUnsafe({value}, ref {destination});");
    }

    private static string Sum(int row, int vector) => Letter("sum" + Literals.Integer(row), vector);

    private static string Letter(string name, int vector) => name + (vector == 0 ? "A" : "B");

    private static string Times(string variable, long stride) =>
        stride == 0 || variable == "0" ? "0" : stride == 1 ? variable : $"{variable} * {Literals.Integer(stride)}";

    private static string Sum(IEnumerable<ContractionAxis> axes, Func<ContractionAxis, long> stride, params string[] more)
    {
        var terms = axes.Where(axis => stride(axis) != 0).Select(axis => $"({axis.Variable} * {Literals.Integer(stride(axis))})")
            .Concat(more.Select(term => term.Contains(' ') ? $"({term})" : term)).ToArray();
        return terms.Length == 0 ? "0" : string.Join(" + ", terms);
    }
}
