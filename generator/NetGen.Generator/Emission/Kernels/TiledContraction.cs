using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>The loops of one contraction: outer axes, lanes of a tile, tiles of rows, and the sum inside.</summary>
internal sealed class TiledContraction
{
    private readonly OperandNames _names;
    private readonly SourceWriter _writer;
    private readonly ContractionAxes _axes;
    private readonly ContractionEpilogue _epilogue;
    private readonly TileLanes _tileLanes;
    private readonly TileWriter _tiles;
    private readonly NameScope _scope;
    private readonly Value _broadcast;
    private readonly Value _lanes;
    private string _firstRow = string.Empty;

    public TiledContraction(ContractKernel kernel, OperandNames names, KernelContext context, SourceWriter writer)
    {
        _names = names;
        _writer = writer;
        _axes = new ContractionAxes(kernel, context.Plan);
        _tileLanes = new TileLanes(context.Type, _axes.ZeroPadding ? _axes.Lanes : _axes.LaneSize, context.Plan.HasWideTiles);
        if (kernel.Epilogue is null && !_tileLanes.MayLeaveRemainder)
        {
            _axes.SumInBlocks();
        }

        _epilogue = new ContractionEpilogue(kernel, names, context.Type, _axes, _tileLanes);
        _scope = new NameScope(OperandNames.Reserved.Concat(_epilogue.Names));
        _tiles = new TileWriter(writer, _axes, context.Type, _tileLanes, _epilogue);
        _broadcast = kernel.Contraction.Operands[kernel.Form.BroadcastOperand];
        _lanes = kernel.Contraction.Operands[kernel.Form.LaneOperand];
    }

    private ContractionAxis? Row => _axes.Row;

    private int RowsOfTile => TileRows.Of(_axes, _tileLanes.MostVectors);

    /// <summary>The rows that workers may share.</summary>
    public SharedRange? Shared(ContractKernel kernel) => kernel.Shared is null || Row is null ? null : new SharedRange(kernel.Shared, new Dictionary<Value, long>
    {
        [_broadcast] = Row.Broadcast,
        [_lanes] = Row.Lanes,
        [kernel.Result] = Row.Result,
    });

    /// <summary>What is declared before the loops.</summary>
    public string Head() => _epilogue.Head();

    public void Write()
    {
        if (_axes.Continues && (_tileLanes.MayLeaveRemainder || _axes.PartialStores || _axes.BlockAxes.Count > 0 || Row is not { OverSamples: false } rows || rows.Size % RowsOfTile != 0))
        {
            throw new InvalidGraphException($"Tiles of {_axes.LaneSize} lanes overlap, and would be added twice.");
        }

        if (_axes.BlockAxes.Count > 0)
        {
            var others = string.Join(", ", _axes.Summed.Select(axis => axis.Variable));
            _writer.Line($"// In blocks: all tiles are summed over {others} before the next step of {string.Join(", ", _axes.BlockAxes.Select(axis => axis.Variable))}, so that they read what lies in the cache.");
        }

        OuterLoops(0, Array.Empty<ContractionAxis>());
    }

    private void OuterLoops(int index, IReadOnlyList<ContractionAxis> around)
    {
        if (index == _axes.BlockAxes.Count + _axes.Outer.Count)
        {
            Panels(around);
            return;
        }

        var axis = index < _axes.BlockAxes.Count ? _axes.BlockAxes[index] : _axes.Outer[index - _axes.BlockAxes.Count];
        _writer.Block(
            $"for (var {axis.Variable} = 0; {axis.Variable} < {axis.Count}; {axis.Variable}++)",
            () => OuterLoops(index + 1, around.Concat(new[] { axis }).ToArray()));
    }

    private void Panels(IReadOnlyList<ContractionAxis> around)
    {
        _writer.Lines(_tileLanes.Declarations());
        var overlaps = _tileLanes.MayLeaveRemainder || EndsWithLastLane;
        var first = overlaps ? "tileLane" : "lane";
        var last = EndsWithLastLane ? Literals.Integer(_axes.LaneSize) : _tileLanes.End;
        _writer.Block($"for (var {first} = 0; {first} < {last}; {first} += {_tileLanes.Width})", () =>
        {
            if (overlaps)
            {
                _writer.Line("// The last lanes overlap those before instead of leaving a remainder.");
                var start = EndsWithLastLane ? $"Math.Max({Literals.Integer(_axes.LaneSize)} - width, 0)" : $"{last} - width";
                _writer.Line($"var lane = Math.Min(tileLane, {start});");
            }

            LanesOfATile(around);
        });
    }

    // Where lanes lie side by side a tile may begin anywhere, so that none but one that is wider than all of them reaches beyond the last. Blocks of a sum go on with those
    // before, which an overlap would add twice.
    private bool EndsWithLastLane => _axes.PartialStores && _axes.BlockAxes.Count == 0 && _tileLanes.MostVectors == 4
        && _axes.PanelStride == Blocks.Size && _axes.ResultPanelStride == Blocks.Size;

    private void LanesOfATile(IReadOnlyList<ContractionAxis> around)
    {
        var place = Place(around, axis => axis.Result, _tileLanes.First(_axes.ResultPanelStride));
        foreach (var bounds in _axes.Bounds)
        {
            bounds.Declare(_writer);
        }

        var lanes = Place(around.Concat(Clipped), axis => axis.Lanes, _tileLanes.First(_axes.PanelStride));
        lanes = _axes.LaneOffset < 0 ? $"{lanes} - {Literals.Integer(-_axes.LaneOffset)}" : Addresses.Sum(lanes, Literals.Integer(_axes.LaneOffset));
        _writer.Line($"ref var lanePanel = ref {Addresses.At(_names[_lanes], lanes)};");
        _writer.Line($"ref var resultPanel = ref {Addresses.At("result", place)};");
        if (_epilogue.HasSecond)
        {
            _writer.Line($"ref var result2Panel = ref {Addresses.At("result2", place)};");
        }

        _epilogue.DeclarePanel(_writer, around, place, _tiles.IsEpilogueApplied, _tiles.IsSecondApplied);
        if (_axes.ZeroPadding || _axes.PartialStores)
        {
            _writer.Line($"var valid = {Literals.Integer(_axes.LaneSize)} - lane;");
        }

        DeclareFirstRow(around);
        Rows();
    }

    // The axes summed over from where windows lie on theirs.
    private IEnumerable<ContractionAxis> Clipped => _axes.Summed.Where(axis => axis.Bounds is not null);

    private void DeclareFirstRow(IReadOnlyList<ContractionAxis> around)
    {
        var place = Place(around.Concat(Clipped), axis => axis.Broadcast);
        _firstRow = place == "0" ? _names[_broadcast] : "firstRow";
        if (place != "0")
        {
            _writer.Line($"ref var firstRow = ref {Addresses.At(_names[_broadcast], place)};");
        }
    }

    private void Rows()
    {
        if (Row is null || RowsOfTile == 1)
        {
            RowByRow();
        }
        else if (Row.OverSamples)
        {
            _writer.Block($"if ({Row.Count} >= {RowsOfTile})", () => RowTiles(Row, RowsOfTile, _tiles, _tileLanes.MostVectors));
            _writer.Block("else", RowByRow);
        }
        else if (RowsOfTile == 3 && _tileLanes.MostVectors == 4 && TileRows.Of(_axes, 2) is > 3 and var more)
        {
            // Three rows by two vectors are fewer sums than the machine can have under way.
            _writer.Block("if (wide)", () => RowTiles(Row, RowsOfTile, _tiles.OfWideTiles(), 4));
            _writer.Block("else", () => RowTiles(Row, more, _tiles, 2));
        }
        else
        {
            RowTiles(Row, RowsOfTile, _tiles, _tileLanes.MostVectors);
        }
    }

    private void RowTiles(ContractionAxis rows, int count, TileWriter tiles, int vectors)
    {
        var last = rows.OverSamples || rows.Shared is not null ? $"{rows.Count} - {count}" : Literals.Integer(rows.Size - count);
        var even = !rows.OverSamples && rows.Size % count == 0;
        var number = new[] { "two", "three", "four", "five", "six" }[count - 2];
        _writer.Line(even
            ? $"// The sums of {number} rows stay in registers."
            : $"// The sums of {number} rows stay in registers; the last {number} overlap those before instead of leaving a remainder.");
        _writer.Block($"for (var tile = 0; tile < {rows.Count}; tile += {count})", () =>
        {
            if (!even)
            {
                _writer.Line($"var row = Math.Min(tile, {last});");
            }

            tiles.Write(new ContractionTile(even ? "tile" : "row", count, vectors, _scope), _firstRow);
        });
    }

    private void RowByRow()
    {
        if (Row is null || _axes.HasOneRow)
        {
            _tiles.Write(new ContractionTile("0", 1, _tileLanes.MostVectors, _scope, RowOfChains.Chains(_axes, _tileLanes.MostVectors)), _firstRow);
        }
        else
        {
            _writer.Block($"for (var row = 0; row < {Row.Count}; row++)", () => _tiles.Write(new ContractionTile("row", 1, _tileLanes.MostVectors, _scope), _firstRow));
        }
    }

    private static string Place(IEnumerable<ContractionAxis> axes, Func<ContractionAxis, long> stride, params string[] more) =>
        Addresses.Sum(axes.Select(axis => Addresses.Times(axis.Bounds?.First ?? axis.Variable, stride(axis))).Concat(more));
}
