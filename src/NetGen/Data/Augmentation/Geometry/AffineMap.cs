namespace NetGen;

/// <summary>
/// From where in an image each place takes its value: (x, y) from (XX·x + XY·y + X0, YX·x + YY·y + Y0), in pixels from the middle, x to the
/// right and y downwards.
/// </summary>
internal readonly record struct AffineMap(double XX, double XY, double X0, double YX, double YY, double Y0)
{
    public static AffineMap Identity { get; } = new(1, 0, 0, 0, 1, 0);

    /// <summary>The map of a step that comes behind this one: its places are looked up in what this one makes.</summary>
    public AffineMap Then(AffineMap next) => new(
        (XX * next.XX) + (XY * next.YX),
        (XX * next.XY) + (XY * next.YY),
        (XX * next.X0) + (XY * next.Y0) + X0,
        (YX * next.XX) + (YY * next.YX),
        (YX * next.XY) + (YY * next.YY),
        (YX * next.X0) + (YY * next.Y0) + Y0);
}
