using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// What is done to the images of a data set, step by step: <c>new ImagePipeline().Crop(4).FlipHorizontally().Normalize(statistics)</c>.
/// A pipeline never changes; each method returns a longer one. Random steps draw anew for each image in each epoch and act in training
/// only. Values are taken as they are and never cut off, so that a step may leave the range from 0 to 1.
/// </summary>
public sealed partial class ImagePipeline
{
    private readonly ImmutableArray<ImageStep> _steps;
    private readonly ImageBorder _border;

    /// <summary>Creates a pipeline without steps.</summary>
    /// <param name="border">What lies around the images, for steps that look beyond their edges; left out: 0.</param>
    public ImagePipeline(ImageBorder border = default)
        : this([], border)
    {
    }

    private ImagePipeline(ImmutableArray<ImageStep> steps, ImageBorder border) => (_steps, _border) = (steps, border);

    /// <summary>The steps in order; neighbouring ones that move pixels to places between pixels are one.</summary>
    public IReadOnlyList<ImageStep> Steps => _steps;

    /// <summary>Adds a step of your own.</summary>
    /// <param name="step">The step.</param>
    public ImagePipeline Then(ImageStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new ImagePipeline(_steps.Add(step), _border);
    }
}
