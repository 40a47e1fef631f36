namespace NetGen;

/// <summary>Moves each row to the right by a factor of its distance below the middle.</summary>
internal sealed class ShearDraw(Interval factor) : AffineDraw
{
    public override AffineMap Draw(ref SampleRandom random) => new(1, -factor.Draw(ref random), 0, 0, 1, 0);
}
