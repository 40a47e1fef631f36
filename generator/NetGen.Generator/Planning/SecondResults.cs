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
        var joined = new Dictionary<Kernel, ContractKernel>();
        foreach (var map in kernels.OfType<MapKernel>().Where(map => IsReadByProducts(map.Result)))
        {
            var product = map.Result.Operands.Where(products.ContainsKey).Select(operand => products[operand]).FirstOrDefault(candidate => Fits(candidate, map.Result));
            if (product is not null)
            {
                var both = new ContractKernel(product.Contraction, product.Form, product.Epilogue, map.Result) { Shared = product.Shared };
                products.Remove(product.Result);
                joined.Add(product, both);
                joined.Add(map, both);
            }
        }

        return joined.Count == 0 ? kernels : InOrder(kernels.Select(kernel => joined.TryGetValue(kernel, out var other) ? other : kernel).Distinct().ToArray());

        bool IsReadByProducts(Value value) => readers[value].Any(reader => reader is ContractKernel) && readers[value].All(reader => reader is ContractKernel or CopyKernel);

        bool Fits(ContractKernel product, Value map)
        {
            var others = map.Operands.Where(operand => operand != product.Result).Distinct().ToArray();
            return map.Type.Equals(product.Result.Type)
                && product.Form is { LaneOperand: >= 0, SumsLanes: false }
                && layouts[map].LaneAxis < 0 && layouts[product.Result].LaneAxis < 0
                && firstHalf.Contains(map) == firstHalf.Contains(product.Result)
                && product.Reads.Count + others.Length + 2 <= mostOperands
                && others.All(other => EpilogueOperand.Kind(other, product.Contraction) != EpilogueOperandKind.None)
                && !GraphCopy.Needed(layouts.Graph, others).Any(value => value.Operation is ContractOperation or WinogradOperation);
        }
    }

    // What a second result is computed from may stand behind the product.
    private static IReadOnlyList<Kernel> InOrder(IReadOnlyList<Kernel> kernels)
    {
        var writers = kernels.SelectMany(kernel => kernel.Results.Select(value => (value, kernel))).ToDictionary(pair => pair.value, pair => pair.kernel);
        var ordered = new List<Kernel>();
        var placed = new HashSet<Kernel>();
        foreach (var kernel in kernels)
        {
            Place(kernel);
        }

        return ordered;

        void Place(Kernel kernel)
        {
            if (!placed.Add(kernel))
            {
                return;
            }

            foreach (var root in kernel.Reads.Select(Aliases.Root).Where(writers.ContainsKey))
            {
                Place(writers[root]);
            }

            ordered.Add(kernel);
        }
    }
}
