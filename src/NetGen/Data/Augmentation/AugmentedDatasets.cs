using System;

namespace NetGen;

/// <summary>Puts an <see cref="ImagePipeline"/> before data sets.</summary>
public static class AugmentedDatasets
{
    /// <summary>The same samples with images that go through a pipeline, each time anew and without being kept.</summary>
    /// <param name="data">The samples. Where they are augmented already, the steps come behind.</param>
    /// <param name="pipeline">What is done to the images.</param>
    /// <param name="column">The name of the network's input; left out: the first one of shape [channels, height, width].</param>
    public static AugmentedDataset Augment(this IDataset data, ImagePipeline pipeline, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(pipeline);
        return new AugmentedDataset(data, pipeline, column);
    }
}
