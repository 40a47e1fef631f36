using NetGen.Samples.Shared.Drawing;

namespace NetGen.Samples.Images.Shapes;

/// <summary>Where in an image a shape lies, how large it is and how it is turned.</summary>
internal readonly struct Placement
{
    private readonly double _x;
    private readonly double _y;
    private readonly double _across;
    private readonly double _down;

    public Placement(ref DrawingRandom random)
    {
        var size = random.Uniform(8, 14);
        _x = random.Uniform(size, ShapeImages.Side - size);
        _y = random.Uniform(size, ShapeImages.Side - size);

        // Cosine and sine of an angle of up to 45 degrees from t = tan(θ/2), by arithmetic whose result is the same on every machine.
        var t = random.Uniform(-0.41421356237309503, 0.41421356237309503);
        var (cos, sin) = ((1 - (t * t)) / (1 + (t * t)), 2 * t / (1 + (t * t)));
        (_across, _down) = (cos / size, sin / size);
    }

    /// <summary>The point of the shape's plane at a place of the image, in pixels.</summary>
    public (double X, double Y) ToShape(double x, double y)
    {
        var (dx, dy) = (x - _x, y - _y);
        return ((_across * dx) + (_down * dy), (_across * dy) - (_down * dx));
    }
}
