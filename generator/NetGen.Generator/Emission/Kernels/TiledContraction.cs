using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>The loops of one contraction: outer axes, panels of 16 lanes, tiles of rows, and the sum inside.</summary>
internal sealed class TiledContraction
{
    /// <summary>Twelve accumulators, two vectors of lanes and one spread element fit the 16 registers of AVX2.</summary>
    private const int TileRows = 6;

    private readonly OperandNames _names;
    private readonly SourceWriter _writer;
    private readonly ContractionAxes _axes;
    private readonly VectorType _type;
    private readonly ContractionEpilogue _epilogue;
    private readonly TileWriter _tiles;
    private readonly NameScope _scope = new(OperandNames.Reserved);
    private readonly Value _broadcast;
    private readonly Value _lanes;
    private string _firstRow = string.Empty;

    public TiledContraction(ContractKernel kernel, OperandNames names, KernelContext context, SourceWriter writer)
    {
        _names = names;
        _writer = writer;
        _type = context.Type;
        _axes = new ContractionAxes(kernel, context.Plan);
        _epilogue = new ContractionEpilogue(kernel, names, context.Type, _axes);
        _tiles = new TileWriter(writer, _axes, _type, _epilogue);
        _broadcast = kernel.Contraction.Operands[kernel.Form.BroadcastOperand];
        _lanes = kernel.Contraction.Operands[kernel.Form.LaneOperand];
    }

    private ContractionAxis? Row => _axes.Row;

    /// <summary>What is declared before the loops.</summary>
    public string Head() => _epilogue.Head();

    public void Write() => OuterLoops(0, Array.Empty<ContractionAxis>());

    private void OuterLoops(int index, IReadOnlyList<ContractionAxis> around)
    {
        if (index == _axes.Outer.Count)
        {
            Panels(around);
            return;
        }

        var axis = _axes.Outer[index];
        _writer.Block(
            $"for (var {axis.Variable} = 0; {axis.Variable} < {axis.Count}; {axis.Variable}++)",
            () => OuterLoops(index + 1, around.Concat(new[] { axis }).ToArray()));
    }

    private void Panels(IReadOnlyList<ContractionAxis> around)
    {
        if (_axes.Panels == 1)
        {
            LaneLoop(around, "0");
        }
        else
        {
            _writer.Block($"for (var panel = 0; panel < {Literals.Integer(_axes.Panels)}; panel++)", () => LaneLoop(around, "panel"));
        }
    }

    private void LaneLoop(IReadOnlyList<ContractionAxis> around, string panel)
    {
        var step = _tiles.MayFillPanel ? $"Math.Min(2 * {_type.Count}, {Blocks.Size})" : $"2 * {_type.Count}";
        _writer.Line($"// {Blocks.Size} lanes are a panel: two vectors at a time{(_tiles.MayFillPanel ? ", or one as wide as the panel" : string.Empty)}.");
        _writer.Block($"for (var lane = 0; lane < {Blocks.Size}; lane += {step})", () =>
        {
            var place = Place(around, axis => axis.Result, Addresses.Times(panel, _axes.ResultPanelStride), "lane");
            _writer.Line($"ref var lanePanel = ref {Addresses.At(_names[_lanes], Place(around, axis => axis.Lanes, Addresses.Times(panel, _axes.PanelStride), "lane"))};");
            _writer.Line($"ref var resultPanel = ref {Addresses.At("result", place)};");
            _epilogue.DeclarePanel(_writer, panel, place);
            if (_axes.ZeroPadding || _axes.PartialStores)
            {
                var start = Addresses.Times(panel, Blocks.Size);
                _writer.Line($"var valid = {Literals.Integer(_axes.LaneSize)}{(start == "0" ? string.Empty : $" - ({start})")} - lane;");
            }

            DeclareFirstRow(around);
            Rows();
        });
    }

    private void DeclareFirstRow(IReadOnlyList<ContractionAxis> around)
    {
        var place = Place(around, axis => axis.Broadcast);
        _firstRow = place == "0" ? _names[_broadcast] : "firstRow";
        if (place != "0")
        {
            _writer.Line($"ref var firstRow = ref {Addresses.At(_names[_broadcast], place)};");
        }
    }

    private void Rows()
    {
        if (Row is null || (!Row.OverSamples && Row.Size < TileRows))
        {
            RowByRow(vectors: 2);
            return;
        }

        var conditions = new List<string>();
        if (_tiles.MayFillPanel)
        {
            conditions.Add(_tiles.TwoVectorsFit);
        }

        if (Row.OverSamples)
        {
            conditions.Add($"{Row.Count} >= {TileRows}");
        }

        if (conditions.Count == 0)
        {
            Tiles(Row);
            return;
        }

        _writer.Block($"if ({string.Join(" && ", conditions)})", () => Tiles(Row));
        _writer.Block("else", () => RowByRow(Row.OverSamples ? 2 : 1));
    }

    private void Tiles(ContractionAxis rows)
    {
        var last = rows.OverSamples ? $"{rows.Count} - {TileRows}" : Literals.Integer(rows.Size - TileRows);
        var even = !rows.OverSamples && rows.Size % TileRows == 0;
        _writer.Line(even
            ? "// The sums of six rows stay in registers."
            : "// The sums of six rows stay in registers; the last six overlap those before instead of leaving a remainder.");
        _writer.Block($"for (var tile = 0; tile < {rows.Count}; tile += {TileRows})", () =>
        {
            if (!even)
            {
                _writer.Line($"var row = Math.Min(tile, {last});");
            }

            _tiles.Write(new ContractionTile(even ? "tile" : "row", TileRows, 2, _scope), _firstRow);
        });
    }

    private void RowByRow(int vectors)
    {
        if (Row is null || Row.Size == 1)
        {
            _tiles.Write(new ContractionTile("0", 1, vectors, _scope), _firstRow);
        }
        else
        {
            _writer.Block($"for (var row = 0; row < {Row.Count}; row++)", () => _tiles.Write(new ContractionTile("row", 1, vectors, _scope), _firstRow));
        }
    }

    private static string Place(IEnumerable<ContractionAxis> axes, Func<ContractionAxis, long> stride, params string[] more) =>
        Addresses.Sum(axes.Select(axis => Addresses.Times(axis.Variable, stride(axis))).Concat(more));
}
