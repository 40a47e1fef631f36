using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Sums over 3×3 windows one step apart, of convolutions and of their gradients, with fewer products; see <see cref="WinogradOperation"/> and <see cref="WinogradGradients"/>. It pays where channels fill
/// vectors on both sides and there are enough tiles to share the transformed weight. The sums of elements before and of products behind round
/// a little more than the sum as it stands, and a layer can forbid it (<see cref="ContractOperation.IsDirect"/>).
/// </summary>
internal static class WinogradForms
{
    /// <summary>With fewer tiles the transformed weight, 16/9 of the size, is read for too little.</summary>
    private const int FewestTiles = 9;

    /// <summary>So many times fewer products pay for the transformations.</summary>
    private const double LeastGain = 1.5;

    /// <summary>What a row of tiles takes between the transformations stays in the second-level cache.</summary>
    private const long MostElementsOfRow = 1 << 17;

    public static ComputationGraph Run(ComputationGraph graph) => GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
        (value.Operation is ContractOperation { IsDirect: false } contract ? Of(target, value, contract, operands) : null)
        ?? target.Add(value.Operation, operands, value.Type, value.Label));

    private static Value? Of(ComputationGraph target, Value value, ContractOperation contract, IReadOnlyList<Value> operands)
    {
        var labels = new[] { contract.Left, contract.Right }.Select(text => text.TrimStart(TypeRules.SampleLabel)).ToArray();
        var result = contract.Result.TrimStart(TypeRules.SampleLabel);
        foreach (var data in new[] { 0, 1 })
        {
            if (ImageWindows.Of(operands[data]) is not { } windows)
            {
                continue;
            }

            if (WinogradGradients.Of(contract, labels[data], labels[1 - data], result, windows, operands[1 - data]) is { } gradient)
            {
                return WinogradGradients.Add(target, value, gradient, windows, operands[1 - data]);
            }

            if (!operands[1 - data].Batched && !Aliases.IsView(operands[1 - data])
                && WeightOf(labels[data], labels[1 - data], result, windows) is { } transformation && Pays(windows.Image, value.Shape))
            {
                var type = TensorType.Shared(new Shape(
                    WinogradOperation.PatchSize, WinogradOperation.PatchSize, operands[1 - data].Shape[transformation.Channels], operands[1 - data].Shape[transformation.Filters]));
                var weight = target.Add(transformation, new[] { operands[1 - data] }, type, value.Label);
                return target.Add(new WinogradOperation(windows.Row, windows.Column), new[] { windows.Image, weight }, value.Type, value.Label);
            }
        }

        return null;
    }

    // pRqCc by a weight of R, C, c and o gives pqo.
    private static WinogradWeightOperation? WeightOf(string data, string weight, string result, ImageWindows windows)
    {
        if (weight.Length != 4 || result.Length != 3 || data.Length != 5)
        {
            return null;
        }

        var (rows, columns, channels, filters) = (weight.IndexOf(data[1]), weight.IndexOf(data[3]), weight.IndexOf(data[4]), weight.IndexOf(result[2]));
        return new[] { rows, columns, channels, filters }.Distinct().Count(axis => axis >= 0) == 4 && result[0] == data[0] && result[1] == data[2]
            ? windows.Weight(rows, columns, channels, filters)
            : null;
    }

    /// <summary>Whether fewer products pay for the transformations.</summary>
    /// <param name="image">What windows look at.</param>
    /// <param name="result">Rows, columns and filters of what the windows give.</param>
    public static bool Pays(Value image, Shape result)
    {
        if (image.Shape[2] % WinogradOperation.Lanes != 0 || result[2] % WinogradOperation.Lanes != 0 || result[0] < WinogradOperation.TileSize || result[1] < WinogradOperation.TileSize)
        {
            return false;
        }

        var (rows, columns) = (WinogradOperation.Tiles(result[0]), WinogradOperation.Tiles(result[1]));
        var products = (long)rows * columns * WinogradOperation.Products;
        var productsAsTheyStand = (long)result[0] * result[1] * WinogradOperation.WindowSize * WinogradOperation.WindowSize;
        return rows * columns >= FewestTiles
            && products * LeastGain <= productsAsTheyStand
            && columns * WinogradOperation.Products * ((long)image.Shape[2] + result[2]) <= MostElementsOfRow;
    }
}
