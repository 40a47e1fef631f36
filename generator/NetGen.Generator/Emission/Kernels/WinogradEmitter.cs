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
    private readonly Value _image;
    private readonly Value _weight;

    private WinogradEmitter(WinogradKernel kernel, KernelContext context)
    {
        (_kernel, _context) = (kernel, context);
        _names = new OperandNames(context.Type, kernel.Reads);
        _epilogue = new WinogradEpilogue(kernel, _names, context.Type);
        (_image, _weight) = (kernel.Convolution.Operands[0], kernel.Convolution.Operands[1]);
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
        if (Blocks.RowsOfBlock == Blocks.Rows)
        {
            Block("0");
            return;
        }

        _writer.Block($"for (var block = 0; block < {Literals.Integer(Blocks.Rows)}; block += {Literals.Integer(Blocks.RowsOfBlock)})", () =>
        {
            var isEven = Blocks.Rows % Blocks.RowsOfBlock == 0;
            if (!isEven)
            {
                _writer.Line("// The last block overlaps the one before instead of leaving a remainder.");
                _writer.Line($"var firstRow = Math.Min(block, {Literals.Integer(Blocks.Rows - Blocks.RowsOfBlock)});");
            }

            Block(isEven ? "block" : "firstRow");
        });
    }

    private long Stride(Value value) => _context.Plan.StorageOf(value).SampleStride;

    private void Block(string firstRow)
    {
        _writer.Line("// V = Bᵀ·d·B of each tile, 4×4 elements for each channel.");
        Tiles(firstRow, Transform);
        _writer.Line();
        var (method, product) = _context.Library.Add(_kernel.Product, _context.Plan);
        var arguments = product.Parameters.Select(parameter =>
            "ref " + (parameter.Value == _kernel.Tiles ? "tiles" : parameter.Value == _kernel.Products ? "products" : _names[_weight]));
        _writer.Line($"{method}({string.Join(", ", arguments)});");
        _writer.Line();
        _writer.Line("// Aᵀ·m·A of each tile, 2×2 results for each filter.");
        Tiles(firstRow, TransformBack);
    }

    // Goes over the tiles of a block. The row and the column are those of the first of a tile's results.
    private void Tiles(string firstRow, Action<string, string, string> write)
    {
        var rows = Blocks.RowsOfBlock == 1 ? null : "i";
        Loop(rows, Blocks.RowsOfBlock, () => Loop("j", Blocks.Columns, () =>
        {
            _writer.Line($"var row = {First(Addresses.Sum(firstRow, rows ?? "0"), Result[0])};");
            _writer.Line($"var column = {First("j", Result[1])};");
            write("row", "column", Addresses.Sum(rows is null ? "0" : Addresses.Times(rows, Blocks.Columns), "j"));
        }));
    }

    private void Loop(string? variable, int count, Action write)
    {
        if (variable is null)
        {
            write();
        }
        else
        {
            _writer.Block($"for (var {variable} = 0; {variable} < {Literals.Integer(count)}; {variable}++)", write);
        }
    }

    // Where a number of results is odd, the last tile begins one earlier.
    private static string First(string tile, int results)
    {
        var first = tile == "0" ? "0" : $"2 * {Addresses.Primary(tile)}";
        return results % WinogradOperation.TileSize == 0 ? first : $"Math.Min({first}, {Literals.Integer(results - WinogradOperation.TileSize)})";
    }

    private void Transform(string row, string column, string tile)
    {
        var winograd = (WinogradOperation)_kernel.Convolution.Operation;
        var stride = _image.Shape[1] * Channels;
        var place = Addresses.Sum(Literals.Integer((winograd.Row * stride) + (winograd.Column * Channels)), Addresses.Times(row, stride), Addresses.Times(column, Channels));
        var transformed = Addresses.At("tiles", Product(tile, Patch * Patch * Channels));
        _writer.Line($"Winograd.TransformTile(ref {Addresses.At("image", place)}, {Literals.Integer(stride)}, {Literals.Integer(Channels)}, ref {transformed});");
    }

    private void TransformBack(string row, string column, string tile)
    {
        _writer.Line($"ref var productsOfTile = ref {Addresses.At("products", Product(tile, Patch * Patch * Filters))};");
        _writer.Line($"var place = {Addresses.Sum(Addresses.Times(row, Result[1] * Filters), Addresses.Times(column, Filters))};");
        _writer.Block($"for (var lane = 0; lane < {Literals.Integer(Filters)}; lane += {_context.Type.Count})", () =>
        {
            _writer.Line($"Winograd.TransformProducts(ref productsOfTile, {Literals.Integer(Filters)}, lane, out var z00, out var z01, out var z10, out var z11);");
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

    private static string Product(string tile, long size) => Addresses.Times(Addresses.Primary(tile), size);
}
