using System;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// Sums over windows in Winograd's form: for each block of tiles the transformation of their elements by vectors of channels, the products with the weight, which are a contraction
/// like any other, and the transformation of the sums by vectors of filters. The last tile of an odd row or column, and the last block, overlap those before.
/// </summary>
internal sealed class WinogradEmitter
{
    private const int Patch = WinogradOperation.PatchSize;

    private readonly WinogradKernel _kernel;
    private readonly KernelContext _context;
    private readonly OperandNames _names;
    private readonly WinogradEpilogue _epilogue;
    private readonly SourceWriter _writer = new();
    private readonly TileLoops _loops;
    private readonly Value _image;
    private readonly Value _weight;

    private WinogradEmitter(WinogradKernel kernel, KernelContext context)
    {
        (_kernel, _context) = (kernel, context);
        _names = new OperandNames(context.Type, kernel.Reads);
        _epilogue = new WinogradEpilogue(kernel, _names, context.Type);
        (_image, _weight) = (kernel.Convolution.Operands[0], kernel.Convolution.Operands[1]);
        _loops = new TileLoops(_writer, kernel.Blocks, kernel.Convolution.Shape);
    }

    private TileBlocks Blocks => _kernel.Blocks;

    private Shape Result => _kernel.Convolution.Shape;

    private long Channels => _image.Shape[2];

    private long Filters => Result[2];

    public static KernelText Emit(WinogradKernel kernel, KernelContext context) => new WinogradEmitter(kernel, context).Emit();

    private KernelText Emit()
    {
        var batched = _kernel.Convolution.Batched;
        if (batched)
        {
            _writer.Block("for (var n = 0; n < samples; n++)", () => Sample("n"));
        }
        else
        {
            Sample("0");
        }

        var head = new SourceWriter();
        head.Lines(_epilogue.Head());
        var parameters = _names.Parameters.Concat(new[]
        {
            new KernelParameter(_context.Type.Keyword, "tiles", _kernel.Tiles),
            new KernelParameter(_context.Type.Keyword, "products", _kernel.Products),
            new KernelParameter(_context.Type.Keyword, "result", _kernel.Result),
        });
        return new KernelText(_context.MethodName(_kernel), Comment(), parameters.ToArray(), batched, NeedsRandom: false, head.ToString() + _writer)
        {
            SumsInRegisters = true,
        };
    }

    private string Comment()
    {
        var sum = $"Aᵀ·[Σ_c (Bᵀ·d·B)[c] ⊙ {_names[_weight]}[c,o]]·A";
        var formula = _kernel.Epilogue is { } epilogue
            ? MathematicsPrinter.Print(((MapOperation)epilogue.Operation).Expression, epilogue.Operands.Select(operand => operand == _kernel.Convolution ? "z" : _names[operand].TrimStart('@')).ToArray()) + $" with z = {sum}"
            : sum;
        return $"result = {formula}: a sum over 3×3 windows by Winograd's F(2×2, 3×3), for each 2×2 results 16 products of the 4×4 elements d that they look at\n"
            + _names.Describe(_kernel.Result);
    }

    private void Sample(string sample)
    {
        var place = Addresses.Times(sample, Stride(_kernel.Result));
        _writer.Line($"ref var image = ref {Addresses.At(_names[_image], Addresses.Times(sample, Stride(_image)))};");
        _writer.Line($"ref var output = ref {Addresses.At("result", place)};");
        _writer.Lines(_epilogue.OfSample(place));
        _loops.Blocks(Block);
    }

    private long Stride(Value value) => _context.Plan.StorageOf(value).SampleStride;

    private void Block(string firstRow)
    {
        _writer.Line("// V = Bᵀ·d·B of each tile, 4×4 elements for each channel.");
        _loops.Tiles(firstRow, Transform);
        _writer.Line();
        var (method, product) = _context.Library.Add(_kernel.Product, _context.Plan);
        var arguments = product.Parameters.Select(parameter =>
            "ref " + (parameter.Value == _kernel.Tiles ? "tiles" : parameter.Value == _kernel.Products ? "products" : _names[_weight]));
        _writer.Line($"{method}({string.Join(", ", arguments)});");
        _writer.Line();
        _writer.Line("// Aᵀ·m·A of each tile, 2×2 results for each filter.");
        _loops.Tiles(firstRow, TransformBack);
    }

    private void Transform(string row, string column, string tile)
    {
        var winograd = (WinogradOperation)_kernel.Convolution.Operation;
        var stride = _image.Shape[1] * Channels;
        var place = Addresses.Sum(Literals.Integer((winograd.Row * stride) + (winograd.Column * Channels)), Addresses.Times(row, stride), Addresses.Times(column, Channels));
        var transformed = Addresses.At("tiles", Addresses.Times(tile, Patch * Channels));
        _writer.Line(
            $"Winograd.TransformTile(ref {Addresses.At("image", place)}, {Literals.Integer(stride)}, {Literals.Integer(Channels)}, ref {transformed}, {Literals.Integer(Blocks.Tiles * Patch * Channels)});");
    }

    private void TransformBack(string row, string column, string tile)
    {
        _writer.Line($"ref var productsOfTile = ref {Addresses.At("products", Addresses.Times(tile, Patch * Filters))};");
        _writer.Line($"var place = {Addresses.Sum(Addresses.Times(row, Result[1] * Filters), Addresses.Times(column, Filters))};");
        _writer.Block($"for (var lane = 0; lane < {Literals.Integer(Filters)}; lane += {_context.Type.Count})", () =>
        {
            _writer.Line($"Winograd.TransformProducts(ref productsOfTile, {Literals.Integer(Filters)}, {Literals.Integer(Blocks.Tiles * Patch * Filters)}, lane, out var z00, out var z01, out var z10, out var z11);");
            _writer.Lines(_epilogue.OfFilters());
            var names = _epilogue.Loop();
            for (var a = 0; a < WinogradOperation.TileSize; a++)
            {
                for (var b = 0; b < WinogradOperation.TileSize; b++)
                {
                    var at = Addresses.Sum("place", Literals.Integer(((a * Result[1]) + b) * Filters), "lane");
                    _writer.Line($"Vector.StoreUnsafe({_epilogue.Apply(_writer, $"z{a}{b}", at, names)}, ref output, (nuint){Addresses.Primary(at)});");
                }
            }
        });
    }
}
