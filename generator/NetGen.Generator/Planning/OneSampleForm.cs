using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Optimization;

namespace NetGen.Generator.Planning;

/// <summary>
/// Whether a prediction of one sample pays in a form of its own. A dense layer becomes a product with a vector, of samples in the lanes one in sixteen counts, and in a small network
/// what only a batch needs is a good part of the time. Large convolutions fill their tiles with the positions of one image: they would be the same code once more.
/// </summary>
internal static class OneSampleForm
{
    private const long FewestMultiplyAdds = 1 << 22;

    /// <summary>Of all multiply-adds at most this part is outside of convolutions.</summary>
    private const int LeastPart = 8;

    /// <summary>Whether it pays.</summary>
    /// <param name="graph">The prediction before any pass.</param>
    /// <param name="batch">The prediction of a batch after all passes.</param>
    public static bool Pays(ComputationGraph graph, ComputationGraph batch)
    {
        var total = graph.Values.Sum(value => (double)WorkEstimate.MultiplyAdds(value));
        var convolutions = graph.Values.Select(WeightProduct.Of).OfType<WeightProduct>().Where(product => product.HasPositions).Sum(product => (double)product.Products);
        return total < FewestMultiplyAdds || (total - convolutions) * LeastPart > total || batch.Values.Any(value => value.Type.Grouped);
    }
}
