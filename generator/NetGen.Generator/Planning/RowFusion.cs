using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// Joins kernels that work within a sample on rows of the same length into one: reductions of a row and what is computed
/// element by element from it and from their results.
/// </summary>
internal sealed class RowFusion
{
    private readonly LayoutPlan _layouts;
    private readonly HashSet<Value> _firstHalf;
    private readonly List<Kernel> _kernels;

    private RowFusion(IReadOnlyList<Kernel> kernels, LayoutPlan layouts, HashSet<Value> firstHalf) =>
        (_kernels, _layouts, _firstHalf) = (kernels.ToList(), layouts, firstHalf);

    /// <summary>Joins what can be joined.</summary>
    /// <param name="kernels">The kernels in order.</param>
    /// <param name="layouts">The graph and how its values lie.</param>
    /// <param name="firstHalf">What is computed before the rest is called; empty where all is one call.</param>
    public static IReadOnlyList<Kernel> Fuse(IReadOnlyList<Kernel> kernels, LayoutPlan layouts, HashSet<Value> firstHalf)
    {
        // What moves the caller's values depends on nothing before it, and would part what belongs together.
        var fusion = new RowFusion(kernels.OrderBy(kernel => kernel is GroupKernel && Aliases.IsLeaf(Aliases.Root(kernel.Reads[0])) ? 0 : 1).ToArray(), layouts, firstHalf);
        for (var i = 0; i < fusion._kernels.Count; i++)
        {
            fusion.GrowFrom(i);
        }

        return fusion._kernels;
    }

    // The kernel, those behind it that read what it or they compute, and those that these read besides. What the group does
    // not need moves behind it.
    private void GrowFrom(int start)
    {
        if (RowLength(_kernels[start]) is not { } length)
        {
            return;
        }

        var isGrouped = _kernels[start].CountsGroups;
        var group = new HashSet<Kernel> { _kernels[start] };
        var inside = new Dictionary<Value, Kernel>();
        var beside = new Dictionary<Value, Kernel>();
        var late = new HashSet<Value>();
        Add(inside, _kernels[start]);
        foreach (var kernel in _kernels.Skip(start + 1))
        {
            var reads = Roots(kernel).ToArray();
            if (RowLength(kernel) is not { } other || kernel.CountsGroups != isGrouped || !(other == length || other == 1 || length == 1) || reads.Any(late.Contains)
                || _firstHalf.Contains(kernel.Result) != _firstHalf.Contains(_kernels[start].Result))
            {
                late.UnionWith(kernel.Results);
            }
            else if (reads.Any(inside.ContainsKey))
            {
                length = System.Math.Max(length, other);
                Join(kernel);
            }
            else
            {
                Add(beside, kernel);
            }
        }

        var members = _kernels.Where(group.Contains).ToArray();
        if (members.Length > 1 && length > 1 && members.Any(kernel => kernel is ReduceKernel) && members.All(kernel => RowLength(kernel) is { } own && (own == 1 || own == length)))
        {
            _kernels.RemoveAll(group.Contains);
            _kernels.Insert(start, Joined(members, length));
        }

        void Join(Kernel kernel)
        {
            group.Add(kernel);
            Add(inside, kernel);
            foreach (var read in Roots(kernel).Where(read => beside.ContainsKey(read) && !inside.ContainsKey(read)).ToArray())
            {
                Join(beside[read]);
            }
        }

        static void Add(Dictionary<Value, Kernel> values, Kernel kernel)
        {
            foreach (var value in Computed(kernel))
            {
                values[value] = kernel;
            }
        }
    }

    private RowKernel Joined(IReadOnlyList<Kernel> group, int length)
    {
        var values = group.SelectMany(Computed).ToArray();
        var inside = new HashSet<Value>(values);
        var read = new HashSet<Value>(_kernels.SelectMany(Roots).Concat(_layouts.Graph.Results.Select(result => Aliases.Root(result.Value))));
        var written = values.Where(read.Contains).ToArray();
        length *= LanesOf(group[0].Result);
        var stages = new RowStages(values, length);
        var rows = values.Where(value => !read.Contains(value) && stages.IsReadLater(value)).ToArray();
        var operands = group.SelectMany(kernel => kernel.Reads).Distinct().Where(operand => !inside.Contains(Aliases.Root(operand))).ToArray();
        return new RowKernel(values, length, written, rows, operands);
    }

    private static IEnumerable<Value> Roots(Kernel kernel) => kernel.Reads.Select(Aliases.Root);

    private static IEnumerable<Value> Computed(Kernel kernel) =>
        kernel is ReduceKernel { Prologue: { } prologue } ? new[] { prologue, kernel.Result } : new[] { kernel.Result };

    /// <summary>The length of the rows of a kernel, 1 for one of single numbers; null where it is none that can be joined.</summary>
    private int? RowLength(Kernel kernel)
    {
        var space = kernel switch
        {
            MapKernel map => map.Result,
            ReduceKernel reduce when reduce.Result.Shape.Count == LanesOf(reduce.Result) => reduce.Prologue ?? reduce.Result.Operands[0],
            _ => null,
        };
        if (space is null || !kernel.Result.Batched || !space.Batched || _layouts[kernel.Result].LaneAxis >= 0 || space.Shape.Count > int.MaxValue || !HasAllLanes(space) || !HasAllLanes(kernel.Result))
        {
            return null;
        }

        var lanes = LanesOf(space);
        var length = (int)space.Shape.Count / lanes;
        return kernel.Reads.All(operand => Fits(operand, length, lanes)) ? length : null;
    }

    // A row that lies as whole blocks, a number, or a formula.
    private bool Fits(Value operand, int length, int lanes)
    {
        var root = Aliases.Root(operand);
        return root.Operation switch
        {
            ConstantOperation => true,
            IotaOperation iota => root == operand && operand.Shape[iota.Axis] == operand.Shape.Count && operand.Shape.Count == length && length > 1,
            _ when Aliases.IsView(operand) => false,
            _ when operand.Type.Grouped => HasAllLanes(operand) && (operand.Shape.Count == lanes || (operand.Shape.Count == (long)length * lanes && _layouts[operand].LaneAxis < 0)),
            _ => operand.Shape.Count == 1
                || (operand.Shape.Count == length && lanes == 1 && operand.Type.Element == ElementKind.Float && root.Operation is not InputOperation && _layouts[operand].LaneAxis < 0),
        };
    }

    // How many numbers stand in one place of a row: those of all samples of a group.
    private static int LanesOf(Value value) => value.Type.Grouped ? TensorType.GroupSize : 1;

    // The samples of a group may have been summed over, or a value be the same for all.
    private static bool HasAllLanes(Value value) => !value.Type.Grouped || value.Shape[value.Shape.Rank - 1] == TensorType.GroupSize;
}
