using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// From where in an image each pixel takes its value: four neighbours, and how far the place lies behind the first of them on either axis.
/// The places are computed once, by vectors, and serve all channels. They are in float for images of double too: a hundred thousandth of
/// a pixel.
/// </summary>
internal sealed class SamplingGrid
{
    /// <summary>Rows are filled up to whole vectors of any width.</summary>
    private const int Block = 16;

    private readonly GrowingArray<int> _places = new();
    private readonly GrowingArray<float> _right = new();
    private readonly GrowingArray<float> _below = new();
    private int _height;
    private int _width;

    /// <summary>The memory of a warp that moves the pixels.</summary>
    public ElasticMovement Movement { get; } = new();

    /// <summary>From one row to the next in the memory of a warp.</summary>
    public int Stride { get; private set; }

    /// <summary>How many numbers a channel with its border has.</summary>
    public int PaddedLength => (_height + 3) * (_width + 3);

    public void Resize(int height, int width)
    {
        (_height, _width) = (height, width);
        Stride = (width + Block - 1) / Block * Block;
    }

    /// <summary>Computes the places.</summary>
    /// <param name="map">Where the pixels come from.</param>
    /// <param name="isWarped">Whether they are moved before that.</param>
    /// <param name="isReflected">Whether an image continues as in mirrors; otherwise nothing changes further away than a pixel.</param>
    public void Place(AffineMap map, bool isWarped, bool isReflected)
    {
        var length = _height * Stride;
        var places = MemoryMarshal.Cast<int, Vector<int>>(_places.Take(length));
        var right = MemoryMarshal.Cast<float, Vector<float>>(_right.Take(length));
        var below = MemoryMarshal.Cast<float, Vector<float>>(_below.Take(length));
        var across = isWarped ? MemoryMarshal.Cast<float, Vector<float>>(Movement.Across(length)) : default;
        var down = isWarped ? MemoryMarshal.Cast<float, Vector<float>>(Movement.Down(length)) : default;
        var (middleX, middleY) = ((_width - 1) / 2f, (_height - 1) / 2f);
        var vectors = Stride / Vector<float>.Count;
        for (var i = 0; i < places.Length; i++)
        {
            var (row, column) = Math.DivRem(i, vectors);
            var x = Vector<float>.Indices + new Vector<float>((column * Vector<float>.Count) - middleX);
            var y = new Vector<float>(row - middleY);
            if (isWarped)
            {
                (x, y) = (x + across[i], y + down[i]);
            }

            var fromX = Within(Linear(map.XX, x, map.XY, y, map.X0) + new Vector<float>(middleX), _width, isReflected);
            var fromY = Within(Linear(map.YX, x, map.YY, y, map.Y0) + new Vector<float>(middleY), _height, isReflected);
            var (firstX, firstY) = (Vector.Floor(fromX), Vector.Floor(fromY));
            (right[i], below[i]) = (fromX - firstX, fromY - firstY);
            places[i] = ((Vector.ConvertToInt32(firstY) + Vector<int>.One) * (_width + 3)) + Vector.ConvertToInt32(firstX) + Vector<int>.One;
        }
    }

    /// <summary>Gives each pixel of a channel its value.</summary>
    /// <param name="padded">The channel with its border.</param>
    /// <param name="channel">Where the values go.</param>
    public void Interpolate<T>(ReadOnlySpan<T> padded, Span<T> channel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var y = 0; y < _height; y++)
        {
            var row = channel.Slice(y * _width, _width);
            var places = _places.Take(_height * Stride).Slice(y * Stride, row.Length);
            var right = _right.Take(_height * Stride).Slice(y * Stride, row.Length);
            var below = _below.Take(_height * Stride).Slice(y * Stride, row.Length);
            for (var x = 0; x < row.Length; x++)
            {
                var upper = padded.Slice(places[x], 2);
                var lower = padded.Slice(places[x] + _width + 3, 2);
                var across = T.CreateTruncating(right[x]);
                var above = upper[0] + (across * (upper[1] - upper[0]));
                var under = lower[0] + (across * (lower[1] - lower[0]));
                row[x] = above + (T.CreateTruncating(below[x]) * (under - above));
            }
        }
    }

    private static Vector<float> Linear(double a, Vector<float> x, double b, Vector<float> y, double c) =>
        (new Vector<float>((float)a) * x) + ((new Vector<float>((float)b) * y) + new Vector<float>((float)c));

    // The comparisons are such that NaN, of which maps beyond all reason are capable, becomes a place as well.
    private static Vector<float> Within(Vector<float> place, int size, bool isReflected)
    {
        if (isReflected)
        {
            var period = new Vector<float>(Math.Max(2 * (size - 1), 1));
            var within = place - (period * Vector.Floor(place / period));
            place = Vector.ConditionalSelect(Vector.GreaterThan(within, period - within), period - within, within);
        }

        var (low, high) = isReflected ? (0f, size - 1f) : (-1f, size);
        place = Vector.ConditionalSelect(Vector.LessThanOrEqual(place, new Vector<float>(high)), place, new Vector<float>(high));
        return Vector.ConditionalSelect(Vector.GreaterThanOrEqual(place, new Vector<float>(low)), place, new Vector<float>(low));
    }
}
