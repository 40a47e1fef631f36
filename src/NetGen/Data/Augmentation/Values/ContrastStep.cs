namespace NetGen;

/// <summary>Multiplies the distances from the image's mean by a random factor.</summary>
internal sealed class ContrastStep(Interval factor) : ImageStep
{
    public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random)
    {
        var mean = PixelMath.Sum<T>(image.Values) / image.Values.Length;
        PixelMath.Stretch(image.Values, T.CreateTruncating(mean), T.CreateTruncating(factor.Draw(ref random)), T.Zero);
    }
}
