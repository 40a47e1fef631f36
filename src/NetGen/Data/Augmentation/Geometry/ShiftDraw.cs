namespace NetGen;

/// <summary>Moves to the right and down, in pixels.</summary>
internal sealed class ShiftDraw(Interval across, Interval down) : AffineDraw
{
    public override AffineMap Draw(ref SampleRandom random)
    {
        var x = across.Draw(ref random);
        return new AffineMap(1, 0, -x, 0, 1, -down.Draw(ref random));
    }
}
