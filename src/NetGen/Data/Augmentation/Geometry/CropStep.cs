using System;
using System.Numerics;

namespace NetGen;

/// <summary>Moves images by whole pixels.</summary>
internal sealed class CropStep : ImageStep
{
    private const int MostPadding = 1 << 20;

    private readonly int _padding;
    private readonly ImageBorder _border;

    public CropStep(int padding, ImageBorder border) => (_padding, _border) = padding is >= 0 and <= MostPadding
        ? (padding, border)
        : throw new ArgumentOutOfRangeException(nameof(padding), padding, $"Expected a padding in [0, {MostPadding}], found {padding}.");

    public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random)
    {
        var down = random.Integer(-_padding, _padding);
        var across = random.Integer(-_padding, _padding);
        Move(image, _border, down, across);
    }

    /// <summary>Shows at each place what stands so many rows below and so many columns to the right.</summary>
    internal static void Move<T>(ImagePixels<T> image, ImageBorder border, int down, int across)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (down == 0 && across == 0)
        {
            return;
        }

        var source = image.Copy();
        for (var channel = 0; channel < image.Channels; channel++)
        {
            for (var y = 0; y < image.Height; y++)
            {
                var from = border.Place(y + down, image.Height);
                if (from < 0)
                {
                    image.Row(channel, y).Fill(T.CreateTruncating(border.Value));
                }
                else
                {
                    MoveRow(source.Slice(((channel * image.Height) + from) * image.Width, image.Width), image.Row(channel, y), border, across);
                }
            }
        }
    }

    private static void MoveRow<T>(ReadOnlySpan<T> source, Span<T> row, ImageBorder border, int across)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var first = Math.Clamp(-across, 0, row.Length);
        var end = Math.Clamp(row.Length - across, first, row.Length);
        if (first < end)
        {
            source[(first + across)..(end + across)].CopyTo(row[first..end]);
        }

        FillBeyond(source, row[..first], border, across);
        FillBeyond(source, row[end..], border, end + across);
    }

    private static void FillBeyond<T>(ReadOnlySpan<T> source, Span<T> beyond, ImageBorder border, int start)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var x = 0; x < beyond.Length; x++)
        {
            var from = border.Place(start + x, source.Length);
            beyond[x] = from < 0 ? T.CreateTruncating(border.Value) : source[from];
        }
    }
}
