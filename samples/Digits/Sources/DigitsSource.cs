using NetGen.Samples.Digits.Glyphs;
using NetGen.Samples.Digits.Options;

namespace NetGen.Samples.Digits.Sources;

/// <summary>The images to learn from: files, or digits of the sample's own making.</summary>
internal static class DigitsSource
{
    private const int TrainCount = 20_000;
    private const int TestCount = 4_000;
    private const int ClassCount = 10;
    private const ulong TrainStream = 0;
    private const ulong TestStream = 1;

    /// <summary>Where the images come from, in words.</summary>
    public static string Name(DigitsOptions options) => options.Data ?? "digits drawn by the sample";

    /// <summary>Loads or makes them.</summary>
    public static DatasetPair Load(DigitsOptions options) => options.Data is { } folder
        ? IdxDataset.Load(folder, ClassCount)
        : new DatasetPair(Create(TrainCount, options.Seed, TrainStream), Create(TestCount, options.Seed, TestStream));

    private static Dataset Create(int count, int seed, ulong stream)
    {
        var images = DigitImages.Create(count, (ulong)seed, stream);
        return Dataset.FromImages(images.Pixels, images.Labels, 1, DigitImages.Side, DigitImages.Side);
    }
}
