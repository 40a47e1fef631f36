namespace NetGen;

public sealed partial class ImagePipeline
{
    /// <summary>Mirrors images from left to right.</summary>
    /// <param name="probability">How probable that is, from 0 to 1.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The probability lies outside [0, 1].</exception>
    public ImagePipeline FlipHorizontally(double probability = 0.5) => Then(new FlipStep(isVertical: false, Require.Share(probability)));

    /// <summary>Mirrors images from top to bottom.</summary>
    /// <param name="probability">How probable that is, from 0 to 1.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The probability lies outside [0, 1].</exception>
    public ImagePipeline FlipVertically(double probability = 0.5) => Then(new FlipStep(isVertical: true, Require.Share(probability)));

    /// <summary>Pads images on each side and cuts a piece of their size from a random place: moves them by whole pixels. No value is rounded.</summary>
    /// <param name="padding">By how many pixels at most, on either axis.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The padding is negative or above 2²⁰.</exception>
    public ImagePipeline Crop(int padding) => Then(new CropStep(padding, _border));

    /// <summary>Moves images by parts of pixels, with bilinear interpolation. Neighbouring steps of this kind resample an image once, not several times.</summary>
    /// <param name="across">By how many pixels at most, to the left or to the right.</param>
    /// <param name="down">By how many pixels at most, up or down.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public ImagePipeline Shift(double across, double down) =>
        Resample(new ShiftDraw(Interval.Around(across, nameof(across)), Interval.Around(down, nameof(down))));

    /// <summary>Rotates images about their middle, either way, with bilinear interpolation; see <see cref="Shift"/>.</summary>
    /// <param name="degrees">By how many degrees at most.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public ImagePipeline Rotate(double degrees) => Resample(new RotateDraw(Interval.Around(degrees, nameof(degrees))));

    /// <summary>Rotates images about their middle, with bilinear interpolation; see <see cref="Shift"/>.</summary>
    /// <param name="low">By how many degrees at least, counter-clockwise.</param>
    /// <param name="high">By how many degrees at most, counter-clockwise.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A number is not finite, or the greatest less than the least.</exception>
    public ImagePipeline Rotate(double low, double high) => Resample(new RotateDraw(Interval.Between(low, high, nameof(low), nameof(high))));

    /// <summary>Enlarges or shrinks images from their middle, with bilinear interpolation; see <see cref="Shift"/>.</summary>
    /// <param name="low">The least factor; below 1 the image becomes smaller.</param>
    /// <param name="high">The greatest factor.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A factor is not positive and finite, or the greatest less than the least.</exception>
    public ImagePipeline Scale(double low, double high)
    {
        Require.Positive(low);
        return Resample(new ScaleDraw(Interval.Between(low, high, nameof(low), nameof(high))));
    }

    /// <summary>Slants images, either way: moves each row sideways by a factor of its distance from the middle, with bilinear interpolation; see <see cref="Shift"/>.</summary>
    /// <param name="amount">The factor at most; 1 slants by 45 degrees.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The factor is negative or not finite.</exception>
    public ImagePipeline Shear(double amount) => Resample(new ShearDraw(Interval.Around(amount, nameof(amount))));

    /// <summary>
    /// Warps images as if drawn on rubber, with bilinear interpolation: every pixel is moved by random numbers in [−1, 1), smoothed by a
    /// Gaussian and multiplied by a factor. P. Y. Simard, D. Steinkraus, J. C. Platt, <em>Best Practices for Convolutional Neural Networks
    /// Applied to Visual Document Analysis</em>, 2003, who take 34 and 4 for digits of 29 × 29 pixels. The deviation of the movement in
    /// the middle of an image is about 0.16 · <paramref name="strength"/> / <paramref name="smoothness"/> pixels, and less at its edges.
    /// Behind a <see cref="Shift"/>, <see cref="Rotate(double)"/>, <see cref="Scale"/> or <see cref="Shear"/> both resample once.
    /// </summary>
    /// <param name="strength">The factor, in pixels.</param>
    /// <param name="smoothness">The deviation of the Gaussian, in pixels.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The factor is negative or not finite, or the deviation not in (0, 100].</exception>
    public ImagePipeline Warp(double strength, double smoothness) =>
        Resample(step => step.With(new ElasticWarp(Interval.Around(strength, nameof(strength)).High, smoothness)));

    /// <summary>
    /// Covers a random square of each image with a number. The middle of the square lies within the image, parts of it may not.
    /// T. DeVries, G. W. Taylor, <em>Improved Regularization of Convolutional Neural Networks with Cutout</em>, 2017.
    /// </summary>
    /// <param name="size">The side of the square in pixels.</param>
    /// <param name="value">The number, in every channel.</param>
    /// <param name="probability">How probable a square is, from 0 to 1.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">The size is not positive, the number not finite, or the probability outside [0, 1].</exception>
    public ImagePipeline CutOut(int size, double value = 0, double probability = 1)
    {
        Require.Positive(size);
        return Then(new CutOutStep(size, ImageBorder.Constant(value).Value, Require.Share(probability)));
    }

    private ImagePipeline Resample(AffineDraw draw) => Resample(step => step.With(draw));

    // A map of its own resamples an image that the step before has resampled already; both maps together do it once.
    private ImagePipeline Resample(System.Func<ResampleStep, ResampleStep> extend) => _steps is [.., ResampleStep { IsOpen: true } last]
        ? new ImagePipeline(_steps.SetItem(_steps.Length - 1, extend(last)), _border)
        : Then(extend(new ResampleStep(_border)));
}
