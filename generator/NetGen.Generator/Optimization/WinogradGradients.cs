using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Gradients of the weights of 3×3 windows with fewer products; see <see cref="WinogradSumsOperation"/>. Every tile is added once, so that there are none but whole ones, and no lanes of
/// a register tile overlap others.
/// </summary>
internal static class WinogradGradients
{
    /// <summary>With fewer tiles in a block sums are read and written for too few products.</summary>
    private const int FewestTiles = 7;

    /// <summary>The sums of a part, which are read and written once for each block of tiles, stay in the second-level cache.</summary>
    private const long MostSums = 1 << 17;

    /// <summary>pRqCc by pqo, summed over p and q and the samples, gives the gradient of a weight of R, C, c and o; null where it does not, or does not pay.</summary>
    /// <param name="contract">The sum as it stands.</param>
    /// <param name="data">The labels of the windows, without that of the samples.</param>
    /// <param name="other">Those of what the windows are multiplied with.</param>
    /// <param name="result">Those of the result.</param>
    /// <param name="windows">The windows.</param>
    /// <param name="gradient">What they are multiplied with.</param>
    public static WinogradWindowsOperation? Of(ContractOperation contract, string data, string other, string result, ImageWindows windows, Value gradient)
    {
        if (result.Length != 4 || other.Length != 3 || data.Length != 5 || !IsOverSamples(contract) || !ImageWindows.IsImage(gradient) || !Pays(windows.Image, gradient))
        {
            return null;
        }

        var axes = new[] { data[1], data[3], data[4], other[2] }.Select(label => result.IndexOf(label)).ToArray();
        return axes.Distinct().Count(axis => axis >= 0) == 4 && other[0] == data[0] && other[1] == data[2]
            ? new WinogradWindowsOperation(windows.Weight(axes[0], axes[1], axes[2], axes[3]))
            : null;
    }

    /// <summary>Adds the gradient, of which the sum as it stands is <paramref name="value"/>.</summary>
    public static Value Add(ComputationGraph target, Value value, WinogradWindowsOperation operation, ImageWindows windows, Value gradient)
    {
        var (channels, filters) = (windows.Image.Shape[2], gradient.Shape[2]);
        var type = TensorType.Shared(new Shape(WinogradSumsOperation.Parts, channels, WinogradOperation.PatchSize, WinogradOperation.PatchSize, filters));
        var sums = target.Add(new WinogradSumsOperation(windows.Row, windows.Column), new[] { windows.Image, gradient }, type, value.Label);
        return target.Add(operation, new[] { sums }, value.Type, value.Label);
    }

    private static bool IsOverSamples(ContractOperation contract) =>
        new[] { contract.Left, contract.Right }.All(labels => labels[0] == TypeRules.SampleLabel) && contract.Result[0] != TypeRules.SampleLabel;

    private static bool Pays(Value image, Value gradient) =>
        gradient.Shape.Sizes.Take(2).All(size => size % WinogradOperation.TileSize == 0)
        && WinogradSumsOperation.Takes(gradient.Shape[2])
        && (long)WinogradOperation.Products * image.Shape[2] * gradient.Shape[2] <= MostSums
        && TileBlocks.WithoutOverlap(gradient.Shape, WinogradSumsKernel.ElementsOfTile(gradient.Shape[2])).Tiles >= FewestTiles
        && WinogradForms.Pays(image, gradient.Shape);
}
