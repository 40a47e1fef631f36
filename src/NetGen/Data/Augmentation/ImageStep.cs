using System.Numerics;

namespace NetGen;

/// <summary>
/// One step of an <see cref="ImagePipeline"/>. Derive from it for a step of your own and add it with <see cref="ImagePipeline.Then"/>.
/// A step keeps nothing between images and is called by several threads at once; what it needs beside the image is in
/// <see cref="ImagePixels{T}.Copy"/> and in the random numbers.
/// </summary>
public abstract class ImageStep
{
    /// <summary>Whether the step belongs to training alone, as everything random does. A step that is not also acts on the samples that a network is judged by.</summary>
    public virtual bool IsRandom => true;

    /// <summary>Checks that the step can work on images of a shape, before it is asked to.</summary>
    /// <param name="channels">How many channels the images have.</param>
    /// <param name="height">Their height in pixels.</param>
    /// <param name="width">Their width in pixels.</param>
    /// <exception cref="System.ArgumentException">It cannot.</exception>
    public virtual void Check(int channels, int height, int width)
    {
    }

    /// <summary>Changes an image in place.</summary>
    /// <typeparam name="T">The type of the network's numbers: <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="image">The image.</param>
    /// <param name="random">The numbers of this step for this sample; those of a step that is not random have no meaning.</param>
    public abstract void Apply<T>(ImagePixels<T> image, ref SampleRandom random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
