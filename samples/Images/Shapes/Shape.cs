using System;

namespace NetGen.Samples.Images.Shapes;

/// <summary>A shape around the middle of the plane, x to the right and y downwards, that reaches to about 1 on every side.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Contains">Whether a point belongs to it.</param>
internal sealed record Shape(string Name, Func<double, double, bool> Contains)
{
    /// <summary>All shapes, in the order of their classes. They use nothing but arithmetic that is exact to the last bit on every machine.</summary>
    public static Shape[] All { get; } =
    [
        new("circle", (x, y) => (x * x) + (y * y) < 0.8),
        new("ring", (x, y) => (x * x) + (y * y) is > 0.36 and < 0.95),
        new("square", (x, y) => Math.Max(Math.Abs(x), Math.Abs(y)) < 0.78),
        new("triangle", (x, y) => y is > -0.9 and < 0.6 && Math.Abs(x) < (y + 0.9) * 0.6),
        new("cross", (x, y) => Math.Min(Math.Abs(x), Math.Abs(y)) < 0.26 && Math.Max(Math.Abs(x), Math.Abs(y)) < 0.95),
        new("star", IsInStar),
        new("crescent", (x, y) => (x * x) + (y * y) < 0.9 && ((x - 0.45) * (x - 0.45)) + (y * y) > 0.55),
        new("heart", IsInHeart),
        new("arrow", (x, y) => x < 0.1 ? x > -0.95 && Math.Abs(y) < 0.22 : Math.Abs(y) < (0.95 - x) * 0.85),
        new("bars", (x, y) => Math.Abs(y) < 0.9 && Math.Abs(Math.Abs(x) - 0.5) < 0.22),
    ];

    // Inside at least four of the five lines of a pentagram: its core and its points.
    private static bool IsInStar(double x, double y)
    {
        ReadOnlySpan<(double X, double Y)> normals =
            [(0, -1), (0.9510565162951535, -0.3090169943749474), (0.5877852522924731, 0.8090169943749475), (-0.5877852522924731, 0.8090169943749475), (-0.9510565162951535, -0.3090169943749474)];
        var inside = 0;
        foreach (var (normalX, normalY) in normals)
        {
            inside += (normalX * x) + (normalY * y) < 0.34 ? 1 : 0;
        }

        return inside >= 4;
    }

    // The curve of sixth degree (x² + y² − 1)³ = x²·y³, made smaller.
    private static bool IsInHeart(double x, double y)
    {
        var (u, v) = (x * 1.2, (-y * 1.2) + 0.1);
        var circle = (u * u) + (v * v) - 1;
        return (circle * circle * circle) - (u * u * v * v * v) < 0;
    }
}
