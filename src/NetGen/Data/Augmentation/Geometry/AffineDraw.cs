namespace NetGen;

/// <summary>Draws an affine map for each image.</summary>
internal abstract class AffineDraw
{
    public abstract AffineMap Draw(ref SampleRandom random);
}
