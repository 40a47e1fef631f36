namespace NetGen;

/// <summary>Enlarges by a factor.</summary>
internal sealed class ScaleDraw(Interval factor) : AffineDraw
{
    public override AffineMap Draw(ref SampleRandom random)
    {
        var inverse = 1 / factor.Draw(ref random);
        return new AffineMap(inverse, 0, 0, 0, inverse, 0);
    }
}
