using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>Groups the values of a graph into kernels, in an order in which what is read is written before.</summary>
internal static class KernelSelection
{
    // More addresses than this do not stay in registers.
    private const int MaximumOperands = 10;

    /// <summary>Chooses the kernels.</summary>
    /// <param name="layouts">The graph and how its values lie.</param>
    /// <param name="firstHalf">What is computed before the rest is called; empty where all is one call.</param>
    public static IReadOnlyList<Kernel> Select(LayoutPlan layouts, HashSet<Value> firstHalf)
    {
        var users = Aliases.CountUsers(layouts.Graph);
        var partners = new Dictionary<Value, Value>();
        foreach (var value in layouts.Graph.Values)
        {
            // What already computes another value inside cannot be computed inside a third.
            if (Partner(value, layouts, users) is { } partner && !partners.ContainsKey(partner))
            {
                partners.Add(value, partner);
            }
        }

        var fused = new HashSet<Value>(partners.Values);
        var kernels = layouts.Graph.Values
            .Where(value => !Aliases.IsLeaf(value) && !Aliases.IsAlias(value) && !fused.Contains(value))
            .Select(value => Kernel(value, layouts, partners.TryGetValue(value, out var partner) ? partner : null))
            .ToArray();
        return SecondResults.Join(kernels, layouts, firstHalf, MaximumOperands);
    }

    private static Kernel Kernel(Value value, LayoutPlan layouts, Value? partner) => value.Operation switch
    {
        MapOperation when partner is { Operation: ArgMaxOperation } => new ChoiceKernel(value, partner),
        MapOperation when partner is { Operation: WinogradOperation } => WinogradKernel.Of(partner, value),
        MapOperation when partner is not null => Contraction(partner, layouts, value),
        MapOperation => new MapKernel(value),
        ContractOperation => Contraction(value, layouts, null),
        WinogradOperation => WinogradKernel.Of(value, null),
        WinogradWeightOperation => new WinogradWeightKernel(value),
        WinogradSumsOperation => WinogradSumsKernel.Of(value),
        WinogradWindowsOperation => WinogradWindowsKernel.Of(value),
        ReduceOperation => new ReduceKernel(value, partner),
        ArgMaxOperation => new ArgMaxKernel(value),
        SparsemaxThresholdOperation => new ThresholdKernel(value),
        FoldOperation => new FoldKernel(value),
        RandomOperation => new RandomKernel(value),
        GroupOperation or UngroupOperation => new GroupKernel(value),
        RelayoutOperation relayout => new CopyKernel(value) { Shared = SharedAxis.OfTransposition(value, layouts[value.Operands[0]], relayout.Layout) },
        SliceOperation or ConcatOperation or PadOperation or TransposeOperation => new CopyKernel(value, partner),
        _ => throw new InvalidGraphException($"No kernel for {value.Operation.GetType().Name}."),
    };

    private static ContractKernel Contraction(Value value, LayoutPlan layouts, Value? epilogue)
    {
        var kernel = new ContractKernel(value, ContractionForm.Of(value, layouts[value]), epilogue);
        return kernel with { Shared = SharedAxis.Of(kernel) };
    }

    // An index along an axis behind which enough elements lie to fill vectors.
    private static bool IsAskedFor(Value index, Value map) =>
        index.Operation is ArgMaxOperation argMax
        && index.Operands[0].Type.Equals(map.Type)
        && map.Shape[argMax.Axis] > 1
        && map.Shape.Sizes.Skip(argMax.Axis + 1).Aggregate(1L, (product, size) => product * size) is >= 4 and var behind && behind % Blocks.Size == 0
        && IsContiguousBehind(index.Operands[0], argMax.Axis)
        && map.Operands.Count < MaximumOperands;

    // Windows may lie further apart.
    private static bool IsContiguousBehind(Value x, int axis) =>
        Aliases.Strides(x)[Enumerable.Range(0, x.Shape.Rank).Last(place => place == axis || x.Shape[place] > 1)] == 1;

    private static bool TakesEpilogue(Value sum, LayoutPlan layouts, IEnumerable<EpilogueOperandKind> operands) => sum.Operation switch
    {
        ContractOperation => layouts[sum].LaneAxis < 0
            && ContractionForm.Of(sum, Layout.RowMajor).LaneOperand >= 0
            && operands.All(kind => kind != EpilogueOperandKind.None),
        WinogradOperation => operands.All(kind => kind is not (EpilogueOperandKind.None or EpilogueOperandKind.Row)),
        _ => false,
    };

    // The operand that is computed within the kernel of a value: the contraction of a map, the map of a reduction, the padding along one axis of that along another.
    private static Value? Partner(Value value, LayoutPlan layouts, IReadOnlyDictionary<Value, int> users) => value.Operation switch
    {
        MapOperation when layouts[value].LaneAxis < 0 => value.Operands.FirstOrDefault(operand =>
            users[operand] == 1
            && operand.Type.Equals(value.Type)
            && value.Operands.Count <= MaximumOperands
            && TakesEpilogue(operand, layouts, value.Operands.Where(other => other != operand).Select(other => EpilogueOperand.Kind(other, operand))))
            ?? value.Operands.FirstOrDefault(operand => users[operand] == 1 && IsAskedFor(operand, value)),
        ReduceOperation => value.Operands.FirstOrDefault(operand =>
            users[operand] == 1 && operand.Operation is MapOperation && layouts[operand].LaneAxis < 0 && operand.Operands.Count <= MaximumOperands),
        PadOperation pad => value.Operands.FirstOrDefault(operand => users[operand] == 1 && operand.Operation is PadOperation inner && inner.Value.Equals(pad.Value)),
        _ => null,
    };
}

/// <summary>How an operand of an epilogue is read beside the contraction's accumulators.</summary>
internal enum EpilogueOperandKind
{
    None,

    /// <summary>At the same place as the result.</summary>
    SamePlace,

    /// <summary>By its lane alone, as a bias.</summary>
    Lane,

    /// <summary>By its row and by the loops around, the same for all lanes, as the bias of a channel where positions or samples lie in the lanes.</summary>
    Row,

    /// <summary>One number.</summary>
    Number,
}

internal static class EpilogueOperand
{
    public static EpilogueOperandKind Kind(Value operand, Value result)
    {
        var root = Aliases.Root(operand);
        if (root.Operation is InputOperation or IotaOperation or ConstantOperation || operand.Type.Element != ElementKind.Float)
        {
            return EpilogueOperandKind.None;
        }

        if (Aliases.IsView(operand))
        {
            return EpilogueOperandKind.None;
        }

        if (operand.Type.Equals(result.Type))
        {
            return EpilogueOperandKind.SamePlace;
        }

        return operand.Batched ? EpilogueOperandKind.None
            : operand.Shape.Count == 1 ? EpilogueOperandKind.Number
            : operand.Shape.Count == result.Shape[result.Shape.Rank - 1] && operand.Shape[operand.Shape.Rank - 1] == operand.Shape.Count
                ? EpilogueOperandKind.Lane
            : IsOfRows(operand.Shape, result.Shape) ? EpilogueOperandKind.Row
                : EpilogueOperandKind.None;
    }

    private static bool IsOfRows(Shape operand, Shape result)
    {
        var missing = result.Rank - operand.Rank;
        return missing >= 0 && operand[operand.Rank - 1] == 1 && Enumerable.Range(0, operand.Rank).All(axis => operand[axis] == 1 || operand[axis] == result[missing + axis]);
    }
}
