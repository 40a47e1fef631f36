using System;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>The loops over the tiles of an image in Winograd's form, and over its blocks of tiles.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="blocks">The blocks.</param>
/// <param name="results">Rows, columns and filters of what windows give.</param>
internal sealed class TileLoops(SourceWriter writer, TileBlocks blocks, Shape results)
{
    /// <summary>Goes over the blocks of an image; the last overlaps the one before where it would go beyond the image.</summary>
    /// <param name="write">Writes what is to be done in a block that begins with a row of tiles.</param>
    public void Blocks(Action<string> write)
    {
        if (blocks.RowsOfBlock == blocks.Rows)
        {
            write("0");
            return;
        }

        writer.Block($"for (var block = 0; block < {Literals.Integer(blocks.Rows)}; block += {Literals.Integer(blocks.RowsOfBlock)})", () =>
        {
            var isEven = blocks.Rows % blocks.RowsOfBlock == 0;
            if (!isEven)
            {
                writer.Line("// The last block overlaps the one before instead of leaving a remainder.");
                writer.Line($"var firstRow = Math.Min(block, {Literals.Integer(blocks.Rows - blocks.RowsOfBlock)});");
            }

            write(isEven ? "block" : "firstRow");
        });
    }

    /// <summary>Goes over the tiles of a block.</summary>
    /// <param name="firstRow">The block's first row of tiles.</param>
    /// <param name="write">Writes what is to be done for a tile: the row and the column of its first result, and its number in the block.</param>
    public void Tiles(string firstRow, Action<string, string, string> write)
    {
        var rows = blocks.RowsOfBlock == 1 ? null : "i";
        Loop(rows, blocks.RowsOfBlock, () => Loop("j", blocks.Columns, () =>
        {
            writer.Line($"var row = {First(Addresses.Sum(firstRow, rows ?? "0"), results[0])};");
            writer.Line($"var column = {First("j", results[1])};");
            write("row", "column", Addresses.Primary(Addresses.Sum(rows is null ? "0" : Addresses.Times(rows, blocks.Columns), "j")));
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
            writer.Block($"for (var {variable} = 0; {variable} < {Literals.Integer(count)}; {variable}++)", write);
        }
    }

    // Where a number of results is odd, the last tile begins one earlier.
    private static string First(string tile, int results)
    {
        var first = tile == "0" ? "0" : $"2 * {Addresses.Primary(tile)}";
        return results % WinogradOperation.TileSize == 0 ? first : $"Math.Min({first}, {Literals.Integer(results - WinogradOperation.TileSize)})";
    }
}
