using NetGen.Samples.Shared.Drawing;

namespace NetGen.Samples.Digits.Glyphs;

/// <summary>How one writer at one time deforms a glyph: an affine map, and a hand that does not hit every point.</summary>
internal readonly struct Warp
{
    private const double Middle = DigitImages.Side / 2.0;

    private readonly double _xx;
    private readonly double _xy;
    private readonly double _yx;
    private readonly double _yy;
    private readonly double _dx;
    private readonly double _dy;
    private readonly double _tremor;

    public Warp(ref DrawingRandom random)
    {
        var width = random.Uniform(14, 24);
        var height = random.Uniform(17, 25);
        var slant = 0.22 * random.Normal();

        // cos θ and sin θ from t = tan(θ/2), by arithmetic whose result is the same on every machine.
        var t = 0.075 * random.Normal();
        var (cos, sin) = ((1 - (t * t)) / (1 + (t * t)), 2 * t / (1 + (t * t)));
        _xx = cos * width;
        _xy = -((cos * slant * height) + (sin * height));
        _yx = sin * width;
        _yy = (cos * height) - (sin * slant * height);
        _dx = Middle + (1.3 * random.Normal());
        _dy = Middle + (1.3 * random.Normal());
        _tremor = random.Uniform(0.01, 0.045);
    }

    /// <summary>Where the pen sets a point of the glyph, in pixels.</summary>
    public Point Move(Point point, ref DrawingRandom random)
    {
        var x = point.X - 0.5 + (_tremor * random.Normal());
        var y = point.Y - 0.5 + (_tremor * random.Normal());
        return new Point((_xx * x) + (_xy * y) + _dx, (_yx * x) + (_yy * y) + _dy);
    }
}
