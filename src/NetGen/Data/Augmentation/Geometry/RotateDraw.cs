namespace NetGen;

/// <summary>Rotates counter-clockwise, in degrees.</summary>
internal sealed class RotateDraw(Interval degrees) : AffineDraw
{
    public override AffineMap Draw(ref SampleRandom random)
    {
        // In half turns, of which sine and cosine are exact at right angles.
        var (sin, cos) = double.SinCosPi(degrees.Draw(ref random) / 180);
        return new AffineMap(cos, -sin, 0, sin, cos, 0);
    }
}
