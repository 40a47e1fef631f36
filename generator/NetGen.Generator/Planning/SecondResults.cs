using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// Joins an element-wise operation that lies between two products with the first of them, where others read what that writes, too: dropout or an activation of which the
/// backward pass reads the argument. Both are written while the tile is in registers or in the cache next to the core.
/// </summary>
internal static class SecondResults
{
    /// <summary>Joins what can be joined.</summary>
    /// <param name="kernels">The kernels in order.</param>
    /// <param name="layouts">The graph and how its values lie.</param>
    /// <param name="firstHalf">What is computed before the rest is called; empty where all is one call.</param>
    /// <param name="mostOperands">How many values a kernel may read and write.</param>
    /// <returns>The kernels, each behind those whose results it reads.</returns>
    public static IReadOnlyList<Kernel> Join(IReadOnlyList<Kernel> kernels, LayoutPlan layouts, HashSet<Value> firstHalf, int mostOperands)
    {
        var products = kernels.OfType<ContractKernel>().Where(kernel => kernel.Result.Batched).ToDictionary(kernel => kernel.Result);
        var readers = kernels.SelectMany(kernel => kernel.Reads.Select(value => (Root: Aliases.Root(value), Kernel: kernel))).ToLookup(pair => pair.Root, pair => pair.Kernel);
        var ofProducts = OfProducts(layouts.Graph);
        var joined = new Dictionary<Kernel, ContractKernel>();
        foreach (var map in kernels.OfType<MapKernel>().Where(map => IsReadByProducts(map.Result)))
        {
            var product = map.Result.Operands.Where(products.ContainsKey).Select(operand => products[operand]).FirstOrDefault(candidate => Fits(candidate, map.Result));
            if (product is not null)
            {
                var both = new ContractKernel(product.Contraction, product.Form, product.Epilogue, map.Result);
                products.Remove(product.Result);
                joined.Add(product, both);
                joined.Add(map, both);
            }
        }

        return joined.Count == 0 ? kernels : InOrder(kernels, joined);

        bool IsReadByProducts(Value value) => readers[value].Any(reader => reader is ContractKernel) && readers[value].All(reader => reader is ContractKernel or CopyKernel);

        bool Fits(ContractKernel product, Value map)
        {
            var others = map.Operands.Where(operand => operand != product.Result).Distinct().ToArray();
            return map.Type.Equals(product.Result.Type)
                && product.Form.LaneOperand >= 0
                && layouts[map].LaneAxis < 0 && layouts[product.Result].LaneAxis < 0
                && firstHalf.Contains(map) == firstHalf.Contains(product.Result)
                && product.Reads.Count + others.Length + 2 <= mostOperands
                && others.All(other => EpilogueOperand.Kind(other, product.Contraction) != EpilogueOperandKind.None)
                && !others.Any(ofProducts.Contains);
        }
    }

    // The products, and what is computed from them.
    private static HashSet<Value> OfProducts(ComputationGraph graph)
    {
        var found = new HashSet<Value>();
        foreach (var value in graph.Values)
        {
            if (value.Operation is ContractOperation or WinogradOperation || value.Operands.Any(found.Contains))
            {
                found.Add(value);
            }
        }

        return found;
    }

    // What a second result is computed from may stand behind the product: it comes before both then, in its order.
    private static IReadOnlyList<Kernel> InOrder(IReadOnlyList<Kernel> kernels, IReadOnlyDictionary<Kernel, ContractKernel> joined)
    {
        var ordered = new List<Kernel>();
        var placed = new HashSet<Kernel>();
        var places = kernels.Select((kernel, i) => (kernel, i)).Where(pair => pair.kernel is MapKernel && joined.ContainsKey(pair.kernel)).ToDictionary(pair => pair.kernel.Result, pair => pair.i);
        for (var i = 0; i < kernels.Count; i++)
        {
            if (!joined.TryGetValue(kernels[i], out var both))
            {
                Place(kernels[i]);
            }
            else if (!placed.Contains(both))
            {
                ReadBetween(kernels, i, places[both.Second!]).ForEach(Place);
                Place(both);
            }
        }

        return ordered;

        void Place(Kernel kernel)
        {
            if (placed.Add(kernel))
            {
                ordered.Add(kernel);
            }
        }
    }

    // The kernels behind a product and before a map that the map needs besides it.
    private static List<Kernel> ReadBetween(IReadOnlyList<Kernel> kernels, int product, int map)
    {
        var found = new List<Kernel>();
        var needed = new HashSet<Value>(kernels[map].Reads.Select(Aliases.Root));
        for (var i = map - 1; i > product; i--)
        {
            if (kernels[i].Results.Any(needed.Contains))
            {
                found.Insert(0, kernels[i]);
                needed.UnionWith(kernels[i].Reads.Select(Aliases.Root));
            }
        }

        return found;
    }
}
