using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Optimization;

/// <summary>Which contractions have samples in the lanes.</summary>
internal enum GroupForm
{
    /// <summary>None: channels or positions lie there.</summary>
    None,

    /// <summary>Convolutions, where what they read is windows or in groups already.</summary>
    Images,

    /// <summary>All, dense layers too.</summary>
    All,
}

/// <summary>Whether a network gains by samples in the lanes.</summary>
internal static class GroupChoice
{
    /// <summary>What a layer reads and writes for a group stays in the second-level cache: so many elements.</summary>
    private const long MostElements = 1 << 17;

    /// <summary>Where at least this part of the multiplications has channels that leave lanes empty.</summary>
    private const int LeastPart = 4;

    /// <summary>A network without images is very small up to so many multiplications for a sample: with more, they are what takes the time.</summary>
    private const double MostProducts = 512;

    /// <summary>How many lanes dense layers occupy for each one that they use, at the least.</summary>
    private const double LeastLanes = 1.5;

    /// <summary>The form for a graph.</summary>
    public static GroupForm Of(ComputationGraph graph)
    {
        var products = graph.Values.Select(WeightProduct.Of).OfType<WeightProduct>().ToArray();
        return products.Any(product => product.HasPositions) ? OfImages(products.Where(product => product.HasPositions).ToArray()) : OfVectors(products);
    }

    /// <summary>
    /// It pays where each convolution's group fits the cache and a good part of all multiplications is for channels that are no multiple of the lanes, which would stay empty.
    /// </summary>
    private static GroupForm OfImages(IReadOnlyList<WeightProduct> convolutions) =>
        convolutions.All(convolution => (Aliases.Root(convolution.Data).Shape.Count + convolution.Result.Shape.Count) * TensorType.GroupSize <= MostElements)
        && convolutions.Where(convolution => convolution.Channels % TensorType.GroupSize != 0).Sum(convolution => (double)convolution.Products) * LeastPart
            >= convolutions.Sum(convolution => (double)convolution.Products)
            ? GroupForm.Images
            : GroupForm.None;

    /// <summary>
    /// In a very small network most of the time is for what is done once for each sample, as a softmax, where it waits for the sum over a few classes; beside that, its layers leave lanes
    /// empty.
    /// </summary>
    private static GroupForm OfVectors(IReadOnlyList<WeightProduct> layers)
    {
        var total = layers.Sum(layer => (double)layer.Products);
        var lanes = layers.Sum(layer => (double)layer.Products / layer.Channels * Blocks.RoundUp(layer.Channels));
        return total is > 0 and <= MostProducts && lanes >= LeastLanes * total ? GroupForm.All : GroupForm.None;
    }
}
