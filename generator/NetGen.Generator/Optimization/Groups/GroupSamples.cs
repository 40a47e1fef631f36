using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Puts the samples of a group of 16 into the lanes of the vectors, where a network of images is narrow or a network very small: with few channels or an odd number of them neither
/// channels nor the short rows of an image fill vectors, while 16 samples do, whatever the layer. From the first convolution on, values keep their samples in groups as long as what
/// reads them works sample by sample; samples come one after the other again for results, and for dense layers unless all are very small. Sums over the samples are those within each
/// group, then over the groups.
/// </summary>
internal sealed class GroupSamples
{
    /// <summary>The gradient of a weight is summed for each group apart; a larger one would take more memory than it saves time.</summary>
    private const long LargestWeight = 1 << 14;

    private readonly GroupedValues _values;
    private readonly HashSet<Value> _ofLosses;
    private readonly GroupForm _form;

    private GroupSamples(ComputationGraph graph, ComputationGraph target, GroupForm form)
    {
        _form = form;
        _values = new GroupedValues(graph, target);
        _ofLosses = GraphCopy.Needed(graph, graph.Results.Where(result => result.Role == ResultRole.Loss).Select(result => result.Value));
    }

    private GraphBuilder Builder => _values.Builder;

    public static ComputationGraph Run(ComputationGraph graph)
    {
        var form = GroupChoice.Of(graph);
        if (form == GroupForm.None)
        {
            return graph;
        }

        var target = new ComputationGraph();
        var pass = new GroupSamples(graph, target, form);
        foreach (var value in graph.Values)
        {
            pass.Builder.Label = value.Label;
            if (pass.InGroups(value) is { } grouped)
            {
                pass._values.AddGrouped(value, grouped);
            }
            else
            {
                var operands = value.Operands.Select(pass._values.OfEachSample).ToArray();
                pass.Builder.Label = value.Label;
                pass._values.Add(value, pass.OverGroups(value) ?? target.Add(value.Operation, operands, value.Type, value.Label));
            }
        }

        foreach (var result in graph.Results)
        {
            target.AddResult(result.Name, result.Role, pass._values.OfEachSample(result.Value));
        }

        return target;
    }

    /// <summary>What stands for a value whose samples stay in groups; null where they do not.</summary>
    private Value? InGroups(Value value)
    {
        if (!value.Batched || value.Operands.Any(operand => operand.Type.Element != ElementKind.Float && operand.Shape.Count > 1))
        {
            return null;
        }

        return value.Operation switch
        {
            ContractOperation contract => Contraction(value, contract),
            MapOperation or ReduceOperation { OverSamples: false } or ConcatOperation when value.Operands.Any(_values.IsGrouped) => _values.Grouped(value),
            ArgMaxOperation or SliceOperation or PadOperation or UnfoldOperation or FoldOperation or TransposeOperation or ReshapeOperation when _values.IsGrouped(value.Operands[0]) =>
                _values.Grouped(value),
            _ => null,
        };
    }

    // A convolution, of windows of the data or of positions of data in groups, or any layer of a very small network.
    private Value? Contraction(Value value, ContractOperation contract)
    {
        if (WeightProduct.Of(value) is not { } product
            || !(_form == GroupForm.All || (product.HasPositions && (_values.IsGrouped(product.Data) || Aliases.IsView(product.Data)))))
        {
            return null;
        }

        var lane = FreeLabel(contract);
        var operands = value.Operands.Select(operand => operand == product.Data ? _values.InGroups(operand) : _values.OfEachSample(operand)).ToArray();
        Builder.Label = value.Label;
        return Builder.Contract(
            $"{Labels(contract.Left, value.Operands[0])},{Labels(contract.Right, value.Operands[1])}->{contract.Result}{lane}", operands[0], operands[1]);

        string Labels(string labels, Value operand) => operand == product.Data ? labels + lane : labels;
    }

    /// <summary>
    /// A sum over all samples, of values in groups; null where it is none or where lanes without a sample would count. A loss may be infinite, and a weight of zero does not make
    /// nothing of that.
    /// </summary>
    private Value? OverGroups(Value value)
    {
        if (value.Batched || _ofLosses.Contains(value) || !value.Operands.Any(_values.IsGrouped))
        {
            return null;
        }

        return value.Operation switch
        {
            ReduceOperation { Reduction: Reduction.Sum, OverSamples: true } reduce => Sum(value, reduce),
            ContractOperation contract when value.Operands.All(operand => operand.Batched) => WeightGradient(value, contract),
            _ => null,
        };
    }

    private Value? Sum(Value value, ReduceOperation reduce)
    {
        var operand = _values.InGroups(value.Operands[0]);
        if (!_values.ZeroRest.Holds(operand))
        {
            return null;
        }

        Builder.Label = value.Label;
        var sum = Builder.Reduce(Reduction.Sum, operand, reduce.Axes.Append(operand.Shape.Rank - 1), overSamples: true);
        return Builder.Reshape(sum, value.Shape);
    }

    // Of images, where positions are summed over as well: within each group, by the worker that has it, then over the groups.
    private Value? WeightGradient(Value value, ContractOperation contract)
    {
        var hasPositions = contract.Left.Any(label => label != TypeRules.SampleLabel && contract.Right.Contains(label) && !contract.Result.Contains(label));
        if (!(hasPositions || _form == GroupForm.All) || value.Shape.Count > LargestWeight)
        {
            return null;
        }

        var operands = value.Operands.Select(_values.InGroups).ToArray();
        if (!operands.Any(_values.ZeroRest.Holds))
        {
            return null;
        }

        var lane = FreeLabel(contract);
        Builder.Label = value.Label;
        if (_form == GroupForm.All)
        {
            return Builder.Contract($"{contract.Left}{lane},{contract.Right}{lane}->{contract.Result}", operands[0], operands[1]);
        }

        var ofGroups = Builder.Contract($"{contract.Left}{lane},{contract.Right}{lane}->{TypeRules.SampleLabel}{contract.Result}", operands[0], operands[1]);
        return Builder.Reduce(Reduction.Sum, ofGroups, Enumerable.Empty<int>(), overSamples: true);
    }

    // The letter s, for the samples of a group, unless an axis has it.
    private static char FreeLabel(ContractOperation contract) =>
        "s".Concat(Enumerable.Range('a', 26).Select(letter => (char)letter)).Concat(Enumerable.Range('A', 26).Select(letter => (char)letter))
            .First(letter => !contract.Specification.Contains(letter));
}
