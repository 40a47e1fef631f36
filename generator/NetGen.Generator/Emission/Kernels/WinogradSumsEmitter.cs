using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// The sums of products of a weight's gradient in Winograd's form: for each block of tiles the transformation of the result's gradient and, sixteen channels at a time, that of the image
/// and the products of both, which are a contraction like any other. Its memory is a worker's own; what it holds behind the last sample of a part is the result.
/// </summary>
internal sealed class WinogradSumsEmitter
{
    private const int Patch = WinogradOperation.PatchSize;
    private const int AtATime = WinogradSumsKernel.ChannelsAtATime;

    private readonly WinogradSumsKernel _kernel;
    private readonly KernelContext _context;
    private readonly OperandNames _names;
    private readonly WinogradSumsOperation _operation;
    private readonly SourceWriter _writer = new();
    private readonly TileLoops _loops;
    private readonly Value _image;
    private readonly Value _gradient;

    private WinogradSumsEmitter(WinogradSumsKernel kernel, KernelContext context)
    {
        (_kernel, _context) = (kernel, context);
        _names = new OperandNames(context.Type, kernel.Reads);
        _operation = (WinogradSumsOperation)kernel.Gradient.Operation;
        (_image, _gradient) = (kernel.Gradient.Operands[0], kernel.Gradient.Operands[1]);
        _loops = new TileLoops(_writer, kernel.Blocks, _gradient.Shape);
    }

    private TileBlocks Blocks => _kernel.Blocks;

    private long Channels => _image.Shape[2];

    private long Filters => _gradient.Shape[2];

    // How many pieces a part of the samples has.
    private string Pieces => Literals.Integer(Channels / AtATime);

    private long SumsOfAChannel => Patch * Patch * Filters;

    public static KernelText Emit(WinogradSumsKernel kernel, KernelContext context) => new WinogradSumsEmitter(kernel, context).Emit();

    private KernelText Emit()
    {
        var type = _context.Type.Keyword;
        _writer.Line("// A piece is sixteen channels of one of four parts of the samples.");
        _writer.Line("var end = firstPiece + pieces;");
        _writer.Block($"for (var part = firstPiece / {Pieces}; part * {Pieces} < end; part++)", Part);
        var parameters = _names.Parameters.Concat(new[]
        {
            new KernelParameter(type, "tiles", _kernel.Tiles),
            new KernelParameter(type, "tilesOfGradient", _kernel.TilesOfGradient),
            new KernelParameter(type, "sums", _kernel.Sums),
            new KernelParameter(type, "result", _kernel.Result),
        });
        return new KernelText(_context.MethodName(_kernel), Comment(), parameters.ToArray(), NeedsSamples: true, NeedsRandom: false, _writer.ToString())
        {
            Shared = new SharedRange(_kernel.Shared!, new Dictionary<Value, long>(), "firstPiece"),
            SumsInRegisters = true,
        };
    }

    private string Comment() =>
        "result[s] = Σ_n,tiles (Bᵀ·d·B)[i,j,c]·(A·g·Aᵀ)[i,j,o] over the s-th part of the samples: what the gradient of 3×3 windows is by Winograd's F(2×2, 3×3), "
        + $"for each 2×2 elements g of {_names[_gradient]} 16 products with the 4×4 elements d of {_names[_image]} that they are computed from\n"
        + _names.Describe(_kernel.Result);

    private void Part()
    {
        const int parts = WinogradSumsOperation.Parts;
        _writer.Line($"var firstChannel = {AtATime} * Math.Max(firstPiece - (part * {Pieces}), 0);");
        _writer.Line($"var endChannel = {AtATime} * Math.Min(end - (part * {Pieces}), {Pieces});");
        _writer.Line($"var count = (endChannel - firstChannel) * {Literals.Integer(SumsOfAChannel)};");
        _writer.Line($"ref var ownSums = ref Unsafe.Add(ref sums, firstChannel * {Literals.Integer(SumsOfAChannel)});");
        _writer.Line("MemoryMarshal.CreateSpan(ref ownSums, count).Clear();");
        _writer.Line($"var endSample = (int)(samples * (part + 1L) / {parts});");
        _writer.Block($"for (var n = (int)((long)samples * part / {parts}); n < endSample; n++)", Sample);
        _writer.Line();
        var place = Addresses.Sum(Addresses.Times("part", Channels * SumsOfAChannel), Addresses.Times("firstChannel", SumsOfAChannel));
        _writer.Line($"MemoryMarshal.CreateSpan(ref ownSums, count).CopyTo(MemoryMarshal.CreateSpan(ref {Addresses.At("result", place)}, count));");
    }

    private void Sample()
    {
        _writer.Line($"ref var image = ref {Addresses.At(_names[_image], Addresses.Times("n", _context.Plan.StorageOf(_image).SampleStride))};");
        _writer.Line($"ref var gradientImage = ref {Addresses.At(_names[_gradient], Addresses.Times("n", _context.Plan.StorageOf(_gradient).SampleStride))};");
        _loops.Blocks(Block);
    }

    private void Block(string firstRow)
    {
        _writer.Line("// A·g·Aᵀ of each tile, 4×4 products for each filter.");
        _loops.Tiles(firstRow, TransformGradient);
        _writer.Line();
        _writer.Line("// Sixteen channels at a time: Bᵀ·d·B of each tile, and the sums of the products.");
        _writer.Block($"for (var channel = firstChannel; channel < endChannel; channel += {Literals.Integer(AtATime)})", () =>
        {
            _loops.Tiles(firstRow, TransformTile);
            _writer.Line();
            var (method, product) = _context.Library.Add(_kernel.Product, _context.Plan);
            _writer.Line($"{method}({string.Join(", ", product.Parameters.Select(parameter => "ref " + Argument(parameter.Value)))});");
        });
    }

    private string Argument(Value value) =>
        value == _kernel.Tiles ? "tiles" : value == _kernel.TilesOfGradient ? "tilesOfGradient" : Addresses.At("sums", Addresses.Times("channel", SumsOfAChannel));

    private void TransformGradient(string row, string column, string tile)
    {
        var stride = _gradient.Shape[1] * Filters;
        var place = Addresses.Sum(Addresses.Times(row, stride), Addresses.Times(column, Filters));
        _writer.Line(
            $"Winograd.TransformGradient(ref {Addresses.At("gradientImage", place)}, {Literals.Integer(stride)}, {Literals.Integer(Filters)}, "
            + $"ref {Addresses.At("tilesOfGradient", Addresses.Times(tile, Patch * Filters))}, {Literals.Integer(Blocks.Tiles * Patch * Filters)});");
    }

    private void TransformTile(string row, string column, string tile)
    {
        var stride = _image.Shape[1] * Channels;
        var first = (_operation.Row * stride) + (_operation.Column * Channels);
        var place = Addresses.Sum(Literals.Integer(first), Addresses.Times(row, stride), Addresses.Times(column, Channels), "channel");
        _writer.Line(
            $"Winograd.TransformTilePanel(ref {Addresses.At("image", place)}, {Literals.Integer(stride)}, {Literals.Integer(Channels)}, "
            + $"ref {Addresses.At("tiles", Addresses.Times(tile, Patch * AtATime))}, {Literals.Integer(Blocks.Tiles * Patch * AtATime)});");
    }
}
