using System;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Writes one tile of a contraction: accumulators, the sum, the epilogue, the stores.</summary>
internal sealed class TileWriter
{
    private readonly SourceWriter _writer;
    private readonly ContractionAxes _axes;
    private readonly VectorType _type;
    private readonly ContractionEpilogue _epilogue;

    public TileWriter(SourceWriter writer, ContractionAxes axes, VectorType type, ContractionEpilogue epilogue) =>
        (_writer, _axes, _type, _epilogue) = (writer, axes, type, epilogue);

    /// <summary>Whether a vector may be as wide as a panel; a vector of doubles never is.</summary>
    public bool MayFillPanel => _type.MostLanes == Blocks.Size;

    /// <summary>The condition that it is not: a constant to the just-in-time compiler, so that one of two branches is all that remains.</summary>
    public string TwoVectorsFit => $"{_type.Count} < {Blocks.Size}";

    /// <summary>Writes a tile.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="firstRow">The reference to the first row of the broadcast operand.</param>
    public void Write(ContractionTile tile, string firstRow)
    {
        for (var r = 0; r < tile.Rows; r++)
        {
            _writer.Line(string.Join(" ", Enumerable.Range(0, tile.Vectors).Select(v => $"var {tile.Sum(r, v)} = {_type.Name}.Zero;")));
        }

        _writer.Line($"ref var {Moving("elements", 0)} = ref {Addresses.At(firstRow, Addresses.Times(tile.Row, _axes.Row?.Broadcast ?? 0))};");
        _writer.Line($"ref var {Moving("lanes", 0)} = ref lanePanel;");
        SummedLoops(tile, 0);
        _writer.Line($"ref var destination = ref {Addresses.At("resultPanel", Addresses.Times(tile.Row, _axes.ResultRowStride))};");
        for (var r = 0; r < tile.Rows; r++)
        {
            Store(tile, r, 0);
            IfTwoVectors(tile, () => Store(tile, r, 1));
        }
    }

    // Each loop moves its own pair of references along the two operands.
    private void SummedLoops(ContractionTile tile, int depth)
    {
        if (depth == _axes.Summed.Count)
        {
            Step(tile);
            return;
        }

        var axis = _axes.Summed[depth];
        _writer.Block($"for (var {axis.Variable} = 0; {axis.Variable} < {axis.Count}; {axis.Variable}++)", () =>
        {
            if (depth + 1 < _axes.Summed.Count)
            {
                _writer.Line($"ref var {Moving("elements", depth + 1)} = ref {Moving("elements", depth)};");
                _writer.Line($"ref var {Moving("lanes", depth + 1)} = ref {Moving("lanes", depth)};");
            }

            SummedLoops(tile, depth + 1);
            Move("elements", depth, axis.Broadcast);
            Move("lanes", depth, axis.Lanes);
        });
    }

    private void Move(string what, int depth, long stride) =>
        _writer.Line($"{Moving(what, depth)} = ref {Addresses.At(Moving(what, depth), Literals.Integer(stride))};");

    private string Moving(string what, int depth) => _axes.Summed.Count < 2 ? what : what + Literals.Integer(depth);

    private void Step(ContractionTile tile)
    {
        var depth = Math.Max(_axes.Summed.Count - 1, 0);
        var (elements, lanes) = (Moving("elements", depth), Moving("lanes", depth));
        var vectors = new[] { $"Vector.LoadUnsafe(ref {lanes})", $"Vector.LoadUnsafe(ref {lanes}, (nuint){_type.Count})" };
        if (tile.Rows > 1)
        {
            for (var v = 0; v < tile.Vectors; v++)
            {
                _writer.Line($"var {ContractionTile.Letter("vector", v)} = {vectors[v]};");
                vectors[v] = ContractionTile.Letter("vector", v);
            }
        }

        for (var r = 0; r < tile.Rows; r++)
        {
            var spread = tile.Name("spread", r);
            _writer.Line($"var {spread} = new {_type.Name}({Addresses.At(elements, Literals.Integer(r * (_axes.Row?.Broadcast ?? 0)))});");
            Accumulate(0);
            IfTwoVectors(tile, () => Accumulate(1));

            void Accumulate(int v) => _writer.Line($"{tile.Sum(r, v)} = Vector.MultiplyAddEstimate({spread}, {vectors[v]}, {tile.Sum(r, v)});");
        }
    }

    // Tiles of several rows are entered only where two vectors fit; a single row asks.
    private void IfTwoVectors(ContractionTile tile, Action write)
    {
        if (tile.Vectors == 2 && tile.Rows == 1 && MayFillPanel)
        {
            _writer.Block($"if ({TwoVectorsFit})", write);
        }
        else if (tile.Vectors == 2)
        {
            write();
        }
    }

    private void Store(ContractionTile tile, int r, int v)
    {
        var place = Addresses.Sum(Literals.Integer(r * _axes.ResultRowStride), v == 0 ? "0" : _type.Count);
        var destination = Addresses.At("destination", place);
        var value = _epilogue.Apply(_writer, tile, tile.Names, r, v);
        var valid = v == 0 ? "valid" : $"valid - {_type.Count}";
        _writer.Line(
            _axes.PartialStores ? $"Lanes.Store({value}, ref {destination}, {valid});"
            : _axes.ZeroPadding ? $"Vector.StoreUnsafe(Lanes.KeepFirst({value}, {valid}), ref {destination});"
            : $"Vector.StoreUnsafe({value}, ref {destination});");
    }
}
