using System;
using System.Collections.Immutable;
using System.Numerics;

namespace NetGen;

/// <summary>
/// Several affine maps one behind the other, and a warp behind them, with one bilinear interpolation. The value at a place p is that at
/// A₁(A₂(…(p + d(p)))), where d is the movement of the warp.
/// </summary>
internal sealed class ResampleStep : ImageStep
{
    private readonly ImageBorder _border;
    private readonly ImmutableArray<AffineDraw> _draws = [];
    private readonly ElasticWarp? _warp;

    public ResampleStep(ImageBorder border) => _border = border;

    private ResampleStep(ImageBorder border, ImmutableArray<AffineDraw> draws, ElasticWarp? warp) => (_border, _draws, _warp) = (border, draws, warp);

    /// <summary>Whether another map may come behind. Behind a warp none may: it would ask for movements between pixels.</summary>
    public bool IsOpen => _warp is null;

    public ResampleStep With(AffineDraw draw) => new(_border, _draws.Add(draw), _warp);

    public ResampleStep With(ElasticWarp warp) => new(_border, _draws, warp);

    public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random)
    {
        var map = AffineMap.Identity;
        foreach (var draw in _draws)
        {
            map = map.Then(draw.Draw(ref random));
        }

        var grid = image.Memory.Grid;
        grid.Resize(image.Height, image.Width);
        _warp?.Draw(grid.Movement, image.Height, grid.Stride, image.Width, ref random);
        grid.Place(map, isWarped: _warp is not null, _border.Kind == BorderKind.Reflect);
        var padded = image.Memory.Values(grid.PaddedLength);
        for (var channel = 0; channel < image.Channels; channel++)
        {
            Pad(image, channel, padded);
            grid.Interpolate(padded, image.Channel(channel));
        }
    }

    // One pixel more before each axis and two behind: whoever looks further away sees what they hold.
    private void Pad<T>(ImagePixels<T> image, int channel, Span<T> padded)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (width, isConstant, value) = (image.Width, _border.Kind == BorderKind.Constant, T.CreateTruncating(_border.Value));
        for (var y = -1; y < image.Height + 2; y++)
        {
            var row = padded.Slice((y + 1) * (width + 3), width + 3);
            if (isConstant && (uint)y >= (uint)image.Height)
            {
                row.Fill(value);
                continue;
            }

            var source = image.Row(channel, Math.Clamp(y, 0, image.Height - 1));
            source.CopyTo(row[1..]);
            row[0] = isConstant ? value : source[0];
            row[(width + 1)..].Fill(isConstant ? value : source[^1]);
        }
    }
}
