using System.Numerics;

namespace NetGen;

/// <summary>Adds one random number to all values.</summary>
internal sealed class BrightnessStep(Interval amount) : ImageStep
{
    public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random) =>
        PixelMath.Stretch(image.Values, T.Zero, T.One, T.CreateTruncating(amount.Draw(ref random)));
}
