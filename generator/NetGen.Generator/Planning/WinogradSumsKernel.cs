using System;
using System.Collections.Generic;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// The sums that the gradient of a weight is in Winograd's form. A part of the samples is gone over in blocks of tiles: those of the result's gradient are transformed, then for some
/// channels at a time those of the image, whose products are added up over the tiles. Workers share the pieces, some channels in a part of the samples.
/// </summary>
/// <param name="Gradient">The sums.</param>
/// <param name="Product">The contraction of the transformed tiles of a block, added to what the blocks before gave.</param>
/// <param name="Blocks">How many tiles a block has; blocks do not overlap.</param>
internal sealed record WinogradSumsKernel(Value Gradient, ContractKernel Product, TileBlocks Blocks) : Kernel(Gradient, Gradient.Operands)
{
    /// <summary>So many channels of the image are transformed at a time.</summary>
    public const int ChannelsAtATime = WinogradOperation.Lanes;

    /// <summary>The transformed elements of the image, [4, tiles, 4, 16]; see <see cref="WinogradKernel.Tiles"/>.</summary>
    public Value Tiles => Product.Contraction.Operands[0];

    /// <summary>The transformed elements of the result's gradient, [4, tiles, 4, filters].</summary>
    public Value TilesOfGradient => Product.Contraction.Operands[1];

    /// <summary>The sums of a part of the samples, [channels, 4, 4, filters].</summary>
    public Value Sums => Product.Contraction;

    public override IReadOnlyList<Value> Scratch => new[] { Tiles, TilesOfGradient, Sums };

    /// <summary>How many elements a tile takes between its transformation and the products.</summary>
    public static long ElementsOfTile(long filters) => WinogradOperation.Products * (ChannelsAtATime + filters);

    public static WinogradSumsKernel Of(Value gradient)
    {
        var (channels, filters) = (gradient.Operands[0].Shape[2], gradient.Operands[1].Shape[2]);
        var blocks = TileBlocks.WithoutOverlap(gradient.Operands[1].Shape, ElementsOfTile(filters));
        const int patch = WinogradOperation.PatchSize;
        var tiles = Transformed(gradient, new Shape(patch, blocks.Tiles, patch, ChannelsAtATime));
        var tilesOfGradient = Transformed(gradient, new Shape(patch, blocks.Tiles, patch, filters));
        var sums = new Value(
            -1, new ContractOperation("itjc", "itjo", "cijo"), new[] { tiles, tilesOfGradient }, TensorType.Shared(new Shape(channels, patch, patch, filters)), gradient.Label);
        var product = new ContractKernel(sums, ContractionForm.Of(sums, Layout.RowMajor), null) { Continues = true };
        return new WinogradSumsKernel(gradient, product, blocks)
        {
            Shared = new SharedAxis("pieces", WinogradSumsOperation.Parts * (channels / ChannelsAtATime), 1),
        };
    }

    private static Value Transformed(Value gradient, Shape shape) =>
        new(-1, new WinogradTilesOperation(), Array.Empty<Value>(), TensorType.Shared(shape), gradient.Label);
}

/// <summary>Adds up the sums of all parts of the samples and transforms them to the windows of a weight.</summary>
internal sealed record WinogradWindowsKernel(Value Result) : Kernel(Result, Result.Operands)
{
    public static WinogradWindowsKernel Of(Value windows)
    {
        var channels = windows.Operands[0].Shape[1];
        return new WinogradWindowsKernel(windows) { Shared = new SharedAxis("rows", channels, SharedAxis.TileRows) };
    }
}
