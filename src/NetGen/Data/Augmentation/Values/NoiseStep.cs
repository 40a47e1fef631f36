using System;

namespace NetGen;

/// <summary>Adds a normal random number to each value.</summary>
internal sealed class NoiseStep(double deviation) : ImageStep
{
    // Four groups of the random generator.
    private const int Piece = 256;

    public override void Apply<T>(ImagePixels<T> image, ref SampleRandom random)
    {
        Span<T> noise = stackalloc T[Piece];
        for (var start = 0; start < image.Values.Length; start += Piece)
        {
            var values = image.Values.Slice(start, Math.Min(Piece, image.Values.Length - start));
            random.FillNormal(noise[..values.Length]);
            PixelMath.AddProducts(values, noise[..values.Length], T.CreateTruncating(deviation));
        }
    }
}
