namespace NetGen.Samples.Images.Sources;

/// <summary>What is done to images while training, before they are normalised.</summary>
internal static class ImagesAugmentation
{
    // About the mean of photographs.
    private const double Grey = 0.47;

    /// <summary>What leaves a photograph of an airplane one: its place, its direction, its light, a part that hides behind something.</summary>
    public static ImagePipeline Photographs { get; } =
        new ImagePipeline(ImageBorder.Reflect).Crop(4).FlipHorizontally().Brightness(0.1).Contrast(0.8, 1.25).CutOut(8, Grey);

    /// <summary>What leaves a shape the same one. Nothing is covered, for the half of a circle may be that of a crescent.</summary>
    public static ImagePipeline Shapes { get; } = new ImagePipeline(ImageBorder.Reflect).Crop(3).FlipHorizontally();
}
