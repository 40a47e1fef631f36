using System.Collections.Generic;

namespace NetGen.Samples.Digits.Glyphs;

/// <summary>One movement of the pen through some points, on straight lines or on a smooth curve.</summary>
/// <param name="IsSmooth">Whether the pen takes the Catmull-Rom curve through the points instead of straight lines.</param>
/// <param name="IsClosed">Whether it returns to the first point.</param>
/// <param name="Points">The points, in a square of side 1.</param>
internal sealed record Stroke(bool IsSmooth, bool IsClosed, params Point[] Points)
{
    // Enough that the corners of the polyline stay below a tenth of a pixel.
    private const int PiecesPerSpan = 6;

    /// <summary>The polyline that the pen draws through the points as they were moved.</summary>
    /// <param name="moved">As many points as the stroke has.</param>
    public IEnumerable<Point> Trace(Point[] moved)
    {
        var spans = IsClosed ? moved.Length : moved.Length - 1;
        yield return moved[0];
        for (var span = 0; span < spans; span++)
        {
            for (var piece = 1; IsSmooth && piece < PiecesPerSpan; piece++)
            {
                yield return Curve(moved, span, (double)piece / PiecesPerSpan);
            }

            yield return At(moved, span + 1);
        }
    }

    /// <summary>The curve of Catmull and Rom, 1974: it passes every point in the direction from the one before to the one after.</summary>
    private Point Curve(Point[] moved, int span, double t)
    {
        var (p0, p1, p2, p3) = (At(moved, span - 1), At(moved, span), At(moved, span + 1), At(moved, span + 2));
        return new Point(Blend(p0.X, p1.X, p2.X, p3.X, t), Blend(p0.Y, p1.Y, p2.Y, p3.Y, t));
    }

    private static double Blend(double a, double b, double c, double d, double t) =>
        0.5 * ((2 * b) + (t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a)))))));

    private Point At(Point[] moved, int index)
    {
        var count = moved.Length;
        return IsClosed ? moved[(index + count) % count] : moved[index < 0 ? 0 : index < count ? index : count - 1];
    }
}
