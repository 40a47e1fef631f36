using System.Collections.Immutable;
using NetGen.Samples.Images.Options;
using NetGen.Samples.Images.Shapes;

namespace NetGen.Samples.Images.Sources;

/// <summary>The images to learn from: files, or shapes of the sample's own making.</summary>
/// <param name="Name">Where they come from, in words.</param>
/// <param name="Data">The images.</param>
/// <param name="ClassNames">The names of their ten classes.</param>
/// <param name="Augmentation">What is done to them while training.</param>
internal sealed record ImagesSource(string Name, DatasetPair Data, ImmutableArray<string> ClassNames, ImagePipeline Augmentation)
{
    private const int TrainCount = 4_000;
    private const int TestCount = 1_000;
    private const ulong TrainStream = 0;
    private const ulong TestStream = 1;

    /// <summary>Loads or makes them.</summary>
    public static ImagesSource Load(ImagesOptions options) => options.Data is { } folder
        ? new ImagesSource(folder, Cifar10Dataset.Load(folder), Cifar10Dataset.ClassNames, ImagesAugmentation.Photographs)
        : new ImagesSource(
            "shapes drawn by the sample",
            new DatasetPair(Create(TrainCount, options.Seed, TrainStream), Create(TestCount, options.Seed, TestStream)),
            ShapeImages.ClassNames,
            ImagesAugmentation.Shapes);

    private static Dataset Create(int count, int seed, ulong stream)
    {
        var images = ShapeImages.Create(count, (ulong)seed, stream);
        return Dataset.FromImages(images.Pixels, images.Labels, ShapeImages.Channels, ShapeImages.Side, ShapeImages.Side);
    }
}
