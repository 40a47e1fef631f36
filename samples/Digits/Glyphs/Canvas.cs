using System;
using NetGen.Samples.Shared.Drawing;

namespace NetGen.Samples.Digits.Glyphs;

/// <summary>A square of grey values from 0 to 1 on which a pen draws round, soft-edged lines.</summary>
internal sealed class Canvas(int side)
{
    private readonly double[] _ink = new double[side * side];

    public void Clear() => Array.Clear(_ink);

    /// <summary>Draws the line between two points. Where lines meet the darker one counts, so that joints do not show.</summary>
    /// <param name="from">One end, in pixels; pixel (0, 0) has its centre at (½, ½).</param>
    /// <param name="to">The other end.</param>
    /// <param name="radius">Half the width of the line, in pixels.</param>
    /// <param name="softness">Over how many pixels its edge fades.</param>
    public void DrawLine(Point from, Point to, double radius, double softness)
    {
        var reach = radius + (softness / 2);
        var (left, right) = Range(Math.Min(from.X, to.X) - reach, Math.Max(from.X, to.X) + reach);
        var (top, bottom) = Range(Math.Min(from.Y, to.Y) - reach, Math.Max(from.Y, to.Y) + reach);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var distance = Distance(new Point(x + 0.5, y + 0.5), from, to);
                var ink = Math.Clamp((reach - distance) / softness, 0, 1);
                _ink[(y * side) + x] = Math.Max(_ink[(y * side) + x], ink);
            }
        }
    }

    /// <summary>Writes the grey values as bytes.</summary>
    /// <param name="pixels">As many bytes as the canvas has pixels.</param>
    /// <param name="strength">The byte of full ink.</param>
    /// <param name="noise">The deviation of the noise, in units of a byte.</param>
    /// <param name="random">Where the noise comes from.</param>
    public void Develop(Span<byte> pixels, double strength, double noise, ref DrawingRandom random)
    {
        for (var i = 0; i < _ink.Length; i++)
        {
            var value = (_ink[i] * strength) + (noise * random.Normal());
            pixels[i] = (byte)Math.Clamp(Math.Floor(value + 0.5), 0, 255);
        }
    }

    private (int First, int End) Range(double low, double high) =>
        ((int)Math.Clamp(Math.Floor(low), 0, side), (int)Math.Clamp(Math.Ceiling(high), 0, side));

    private static double Distance(Point point, Point from, Point to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var (px, py) = (point.X - from.X, point.Y - from.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length > 0 ? Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1) : 0;
        var (ex, ey) = (px - (along * dx), py - (along * dy));
        return Math.Sqrt((ex * ex) + (ey * ey));
    }
}
