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
    private readonly TileLanes _lanes;
    private readonly ContractionEpilogue _epilogue;

    public TileWriter(SourceWriter writer, ContractionAxes axes, VectorType type, TileLanes lanes, ContractionEpilogue epilogue) =>
        (_writer, _axes, _type, _lanes, _epilogue) = (writer, axes, type, lanes, epilogue);

    /// <summary>Writes tiles that have four vectors of lanes in any case.</summary>
    public TileWriter OfWideTiles() => new(_writer, _axes, _type, _lanes.OfWideTiles(), _epilogue);

    /// <summary>Writes a tile.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="firstRow">The reference to the first row of the broadcast operand.</param>
    public void Write(ContractionTile tile, string firstRow)
    {
        if (_axes.Continues)
        {
            DeclareDestination(tile);
            BeginWithMemory(tile);
        }
        else if (!BeginsWithProducts(tile))
        {
            Zeros(tile);
        }

        if (_axes.BlockAxes.Count > 0)
        {
            DeclareDestination(tile);
            Continue(tile);
        }

        _writer.Line($"ref var {Moving("elements", 0)} = ref {Addresses.At(firstRow, Addresses.Times(tile.Row, _axes.Row?.Broadcast ?? 0))};");
        _writer.Line($"ref var {Moving("lanes", 0)} = ref lanePanel;");
        SummedLoops(tile, 0);
        if (tile.Chains > 1)
        {
            ForEach(_writer, tile, (_, v) => _writer.Line($"{tile.Sum(0, v)} = {RowOfChains.Sum(tile, v)};"));
        }

        if (_axes.BlockAxes.Count == 0 && !_axes.Continues)
        {
            DeclareDestination(tile);
        }

        // Constants are declared behind the sum, during which all registers are taken.
        var stores = new SourceWriter();
        ForEach(stores, tile, (r, v) => Store(stores, tile, r, v));
        if (!IsEpilogueApplied || !IsSecondApplied)
        {
            OnceMore(stores, tile);
        }

        _writer.Lines(_epilogue.Constants);
        _writer.Lines(stores.ToString().TrimEnd('\n').Split('\n'));
    }

    private void DeclareDestination(ContractionTile tile)
    {
        var first = Addresses.Times(tile.Row, _axes.ResultRowStride);
        _writer.Line($"ref var destination = ref {Addresses.At("resultPanel", first)};");
        if (_epilogue.HasSecond)
        {
            _writer.Line($"ref var destination2 = ref {Addresses.At("result2Panel", first)};");
        }
    }

    // Every block but the first goes on with the sums of those before it.
    private void Continue(ContractionTile tile) =>
        _writer.Block($"if ({string.Join(" || ", _axes.BlockAxes.Select(axis => $"{axis.Variable} > 0"))})", () => ForEach(_writer, tile, (r, v) =>
            _writer.Line($"{tile.Sum(r, v)} = {Stored(r, v)};")));

    private void BeginWithMemory(ContractionTile tile)
    {
        for (var r = 0; r < tile.Rows; r++)
        {
            _writer.Lines(Enumerable.Range(0, tile.Vectors).Select(v => $"var {tile.Sum(r, v)} = {_lanes.IfPresent(v, Stored(r, v))};"));
        }
    }

    private string Stored(int r, int v) =>
        $"Vector.LoadUnsafe(ref {Addresses.At("destination", Addresses.Sum(Literals.Integer(r * _axes.ResultRowStride), _lanes.Offset(v, _axes.ResultPanelStride)))})";

    // Where the first step of every sum is written out, it needs no zero before.
    private bool BeginsWithProducts(ContractionTile tile) => _axes.Summed.Count == 1 && RowOfChains.IsWrittenOut(tile, _axes.Summed[0]);

    private void Zeros(ContractionTile tile)
    {
        foreach (var sums in Enumerable.Range(0, tile.Rows).Select(r => Enumerable.Range(0, tile.Vectors).Select(v => tile.Sum(r, v)))
            .Concat(Enumerable.Range(1, tile.Chains - 1).Select(chain => Enumerable.Range(0, tile.Vectors).Select(v => tile.Partial(chain, v)))))
        {
            _writer.Line(string.Join(" ", sums.Select((sum, v) => $"var {sum} = {(_epilogue.BeginsSums(tile) && sum == tile.Sum(0, v) ? _lanes.IfPresent(v, _epilogue.Beginning(tile, v)) : $"{_type.Name}.Zero")};")));
        }
    }

    /// <summary>Whether the epilogue is applied in registers.</summary>
    public bool IsEpilogueApplied => IsStoredOnce || _epilogue.IsApplied;

    /// <summary>Whether the second result, if any, is computed in registers.</summary>
    public bool IsSecondApplied => IsStoredOnce || _epilogue.IsSecondApplied;

    private bool IsStoredOnce => _axes.HasOneRow || _axes.PartialStores || _axes.ZeroPadding;

    private void OnceMore(SourceWriter writer, ContractionTile tile)
    {
        writer.Line();
        writer.Line("// Over the tile once more, while it lies in the first-level cache.");
        var row = tile.Rows > 1 ? Addresses.Times("r", _axes.ResultRowStride) : "0";
        void Lanes() => writer.Block($"for (var l = 0; l < {_lanes.WidthFrom("lane")}; l += {_type.Count})", () =>
        {
            var names = tile.Names.Block();
            var lanes = _lanes.Place("l", _axes.ResultPanelStride);
            var place = Addresses.Primary(Addresses.Sum(row, lanes));
            var fromPanel = Addresses.Sum(Addresses.Times(tile.Row, _axes.ResultRowStride), row, lanes);
            var sum = names.Unique(IsEpilogueApplied ? "value" : "sum");
            writer.Line($"var {sum} = Vector.LoadUnsafe(ref destination, (nuint){place});");
            if (!IsEpilogueApplied)
            {
                var result = _epilogue.ApplyAt(writer, sum, fromPanel, tile, names);
                sum = result;
                if (_epilogue.HasSecond)
                {
                    sum = names.Unique("value");
                    writer.Line($"var {sum} = {result};");
                }

                writer.Line($"Vector.StoreUnsafe({sum}, ref destination, (nuint){place});");
            }

            if (_epilogue.HasSecond)
            {
                var second = _epilogue.ApplySecondAt(writer, sum, fromPanel, tile, names);
                writer.Line($"Vector.StoreUnsafe({second}, ref destination2, (nuint){place});");
            }
        });
        if (tile.Rows > 1)
        {
            writer.Block($"for (var r = 0; r < {Literals.Integer(tile.Rows)}; r++)", Lanes);
        }
        else
        {
            Lanes();
        }
    }

    // What is under the same condition stands together.
    private void ForEach(SourceWriter writer, ContractionTile tile, Action<int, int> write) => _lanes.ForEach(writer, tile.Vectors, vectors =>
    {
        for (var r = 0; r < tile.Rows; r++)
        {
            foreach (var v in vectors)
            {
                write(r, v);
            }
        }
    });

    // Each loop moves its own pair of references along the two operands.
    private void SummedLoops(ContractionTile tile, int depth)
    {
        if (depth == _axes.Summed.Count)
        {
            Step(tile);
            return;
        }

        var axis = _axes.Summed[depth];
        if (tile.Chains > 1 && depth + 1 == _axes.Summed.Count)
        {
            RowOfChains.Write(_writer, tile, axis, (spread, first, count) => Steps(tile, spread, first, count), steps =>
            {
                Move("elements", depth, steps * axis.Broadcast);
                Move("lanes", depth, steps * axis.Lanes);
            });
            return;
        }

        _writer.Block($"for (var {axis.Variable} = {axis.First}; {axis.Variable} < {axis.End}; {axis.Variable}++)", () =>
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
        var vectors = Enumerable.Range(0, tile.Vectors).Select(v => Load(lanes, v)).ToArray();
        if (tile.Rows > 1)
        {
            for (var v = 0; v < tile.Vectors; v++)
            {
                _writer.Line($"var {ContractionTile.Letter("vector", v)} = {_lanes.IfPresent(v, vectors[v])};");
                vectors[v] = ContractionTile.Letter("vector", v);
            }
        }

        // Row by row, so that where registers are few one spread element takes one at a time.
        var (always, ofWide) = (Enumerable.Range(0, tile.Vectors).Where(v => !_lanes.IsOfWide(v)), Enumerable.Range(0, tile.Vectors).Where(_lanes.IsOfWide));
        for (var r = 0; r < tile.Rows; r++)
        {
            _writer.Line($"var {tile.Name("spread", r)} = new {_type.Name}({Addresses.At(elements, Literals.Integer(r * (_axes.Row?.Broadcast ?? 0)))});");
            _writer.Lines(always.Select(v => $"{tile.Sum(r, v)} = {_lanes.IfPresent(v, Product(r, v), tile.Sum(r, v))};"));
        }

        if (ofWide.Any())
        {
            _writer.Block($"if ({_lanes.Condition(tile.Vectors - 1)})", () => _writer.Lines(Enumerable.Range(0, tile.Rows).SelectMany(r => ofWide.Select(v => $"{tile.Sum(r, v)} = {Product(r, v)};"))));
        }

        string Product(int r, int v) => $"Vector.MultiplyAddEstimate({tile.Name("spread", r)}, {vectors[v]}, {tile.Sum(r, v)})";
    }

    // Steps of a single row's sums, each for the next chain, from the current place on.
    private void Steps(ContractionTile tile, string spread, int first, int count)
    {
        var depth = _axes.Summed.Count - 1;
        var axis = _axes.Summed[depth];
        var steps = Enumerable.Range(first, count).ToArray();
        foreach (var step in steps)
        {
            var element = Addresses.At(Moving("elements", depth), Literals.Integer(step * axis.Broadcast));
            _writer.Line($"var {spread}{Literals.Integer(step)} = new {_type.Name}({element});");
        }

        if (first == 0 && BeginsWithProducts(tile))
        {
            _writer.Lines(steps.SelectMany(step => Enumerable.Range(0, tile.Vectors).Select(v =>
            {
                var (element, vector) = ($"{spread}{Literals.Integer(step)}", Load(Moving("lanes", depth), v, step * axis.Lanes));
                var product = step == 0 && _epilogue.BeginsSums(tile)
                    ? $"Vector.MultiplyAddEstimate({element}, {vector}, {_epilogue.Beginning(tile, v)})"
                    : $"{element} * {vector}";
                return $"var {tile.Partial(step, v)} = {_lanes.IfPresent(v, product)};";
            })));
            return;
        }

        _lanes.ForEach(_writer, tile.Vectors, vectors => _writer.Lines(steps.SelectMany(step => vectors.Select(v =>
        {
            var sum = tile.Partial(step % tile.Chains, v);
            return $"{sum} = Vector.MultiplyAddEstimate({spread}{Literals.Integer(step)}, {Load(Moving("lanes", depth), v, step * axis.Lanes)}, {sum});";
        }))));
    }

    private string Load(string lanes, int vector, long offset = 0)
    {
        var place = Addresses.Sum(Literals.Integer(offset), _lanes.Offset(vector, _axes.PanelStride));
        return place == "0" ? $"Vector.LoadUnsafe(ref {lanes})" : $"Vector.LoadUnsafe(ref {lanes}, (nuint){Addresses.Primary(place)})";
    }

    private void Store(SourceWriter writer, ContractionTile tile, int r, int v)
    {
        var place = Addresses.Sum(Literals.Integer(r * _axes.ResultRowStride), _lanes.Offset(v, _axes.ResultPanelStride));
        var value = IsEpilogueApplied ? _epilogue.Apply(writer, tile, tile.Names, r, v) : tile.Sum(r, v);
        if (!_epilogue.HasSecond || !IsSecondApplied)
        {
            writer.Line(Store(value, Addresses.At("destination", place), v));
            return;
        }

        var first = tile.Names.Unique(tile.Name("value", r, v));
        writer.Line($"var {first} = {value};");
        writer.Line(Store(first, Addresses.At("destination", place), v));
        writer.Line(Store(_epilogue.ApplySecond(writer, tile, tile.Names, r, v, first), Addresses.At("destination2", place), v));
    }

    private string Store(string value, string destination, int v)
    {
        var valid = v == 0 ? "valid" : $"valid - {Addresses.Primary(_lanes.Before(v))}";
        return _axes.PartialStores ? $"Lanes.Store({value}, ref {destination}, {valid});"
            : _axes.ZeroPadding ? $"Vector.StoreUnsafe(Lanes.KeepFirst({value}, {valid}), ref {destination});"
            : $"Vector.StoreUnsafe({value}, ref {destination});";
    }
}
