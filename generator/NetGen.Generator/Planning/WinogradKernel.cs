using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// A sum over windows in Winograd's form, with the element-wise operation that alone consumes it, if any. It goes over an image in blocks of tiles whose transformed elements
/// and products stay in the cache.
/// </summary>
/// <param name="Convolution">The sum.</param>
/// <param name="Epilogue">The operation that is applied to it.</param>
/// <param name="Product">The contraction of the transformed tiles of a block with the weight.</param>
/// <param name="Blocks">How many tiles a block has.</param>
internal sealed record WinogradKernel(Value Convolution, Value? Epilogue, ContractKernel Product, TileBlocks Blocks)
    : Kernel(
        Epilogue ?? Convolution,
        Convolution.Operands.Concat(Epilogue?.Operands.Where(operand => operand != Convolution) ?? Enumerable.Empty<Value>()).Distinct().ToArray())
{
    /// <summary>The transformed elements of the tiles of a block, [4, tiles, 4, channels]: the four rows of a tile lie apart, so that what all tiles have at one place does not fall into few sets of the cache.</summary>
    public Value Tiles => Product.Contraction.Operands[0];

    /// <summary>The products of the tiles of a block, [4, tiles, 4, filters].</summary>
    public Value Products => Product.Contraction;

    public override IReadOnlyList<Value> Scratch => new[] { Tiles, Products };

    public static WinogradKernel Of(Value convolution, Value? epilogue)
    {
        var weight = convolution.Operands[1];
        const int patch = WinogradOperation.PatchSize;
        var (channels, filters) = (weight.Shape[2], weight.Shape[3]);
        var blocks = TileBlocks.Of(convolution.Shape, WinogradOperation.Products * (channels + filters));
        var tiles = new Value(-1, new WinogradTilesOperation(), Array.Empty<Value>(), TensorType.Shared(new Shape(patch, blocks.Tiles, patch, channels)), convolution.Label);
        var product = new Value(
            -1, new ContractOperation("itjc", "ijco", "itjo"), new[] { tiles, weight }, TensorType.Shared(new Shape(patch, blocks.Tiles, patch, filters)), convolution.Label);
        return new WinogradKernel(convolution, epilogue, new ContractKernel(product, ContractionForm.Of(product, Layout.RowMajor), null), blocks);
    }
}

/// <summary>An image as rows of tiles, of which some are a block.</summary>
/// <param name="Rows">How many rows of tiles there are.</param>
/// <param name="Columns">How many tiles a row has.</param>
/// <param name="RowsOfBlock">How many rows of tiles a block has.</param>
internal sealed record TileBlocks(int Rows, int Columns, int RowsOfBlock)
{
    /// <summary>So many tiles share what is read of the weight.</summary>
    private const int FewestTiles = 16;

    /// <summary>With so many tiles reading and writing a sum takes little of the time of its products.</summary>
    private const int MostTilesOfSum = 32;

    /// <summary>So many elements leave room in the second-level cache for the weight; one row of tiles may have some more.</summary>
    private const long MostElements = 1 << 16;

    public int Tiles => RowsOfBlock * Columns;

    /// <summary>The blocks for a result.</summary>
    /// <param name="result">Rows, columns, filters.</param>
    /// <param name="elementsOfTile">How many elements a tile takes between the transformations.</param>
    public static TileBlocks Of(Shape result, long elementsOfTile)
    {
        var (rows, columns) = (WinogradOperation.Tiles(result[0]), WinogradOperation.Tiles(result[1]));
        var wanted = (FewestTiles + columns - 1) / columns;
        var blocks = Math.Max(1, rows / wanted);
        var possible = Math.Max(1, MostElements / (elementsOfTile * columns));
        return new TileBlocks(rows, columns, (int)Math.Min((rows + blocks - 1) / blocks, possible));
    }

    /// <summary>The blocks for a sum over all tiles, to which each tile is to be added once: as many tiles as need be for a sum to be read and written seldom, if the image has rows to part.</summary>
    /// <param name="result">Rows and columns, both even, and filters.</param>
    /// <param name="elementsOfTile">How many elements a tile takes between the transformations.</param>
    public static TileBlocks WithoutOverlap(Shape result, long elementsOfTile)
    {
        var (rows, columns) = (WinogradOperation.Tiles(result[0]), WinogradOperation.Tiles(result[1]));
        var possible = Enumerable.Range(1, rows).Where(some => rows % some == 0 && (some == 1 || some * columns * elementsOfTile <= MostElements)).ToArray();
        var enough = possible.Where(some => some * columns >= FewestTiles).DefaultIfEmpty(possible.Max()).Min();
        return new TileBlocks(rows, columns, possible.Where(some => some * columns <= MostTilesOfSum).DefaultIfEmpty(0).Max() is var most && most > enough ? most : enough);
    }
}

/// <summary>Transforms the weight of a sum in Winograd's form.</summary>
internal sealed record WinogradWeightKernel(Value Result) : Kernel(Result, Result.Operands);
