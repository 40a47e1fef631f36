using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Graph;

/// <summary>Writes the text form of graphs.</summary>
internal static class GraphPrinter
{
    public static string Print(ComputationGraph graph)
    {
        var text = new StringBuilder();
        foreach (var value in graph.Values)
        {
            text.Append(Name(value)).Append(" = ").Append(Describe(value.Operation));
            foreach (var operand in value.Operands)
            {
                text.Append(' ').Append(Name(operand));
            }

            text.Append(" : ").Append(value.Type).Append(' ').Append(Quote(value.Label)).Append('\n');
        }

        foreach (var result in graph.Results)
        {
            text.Append($"return {GraphText.ResultRoles[result.Role]} {Quote(result.Name)} {Name(result.Value)}\n");
        }

        return text.ToString();
    }

    private static string Describe(Operation operation) => operation switch
    {
        ParameterOperation parameter => "parameter " + Quote(parameter.Name),
        InputOperation input => $"input {GraphText.InputRoles[input.Role]} {Quote(input.Name)}",
        ConstantOperation constant => "constant " + Quote(Number(constant.Value)),
        IotaOperation iota => "iota " + Number(iota.Axis),
        ContractOperation contract => $"contract {Quote(contract.Specification)}{(contract.IsDirect ? " direct" : string.Empty)}",
        MapOperation map => "map " + Quote(ExpressionText.Print(map.Expression)),
        ReduceOperation reduce => $"reduce {GraphText.Reductions[reduce.Reduction]} {List(reduce.Axes)}{(reduce.OverSamples ? " samples" : string.Empty)}",
        ArgMaxOperation argMax => "argmax " + Number(argMax.Axis),
        ReshapeOperation => "reshape",
        TransposeOperation transpose => "transpose " + List(transpose.Permutation),
        SliceOperation slice => $"slice {Number(slice.Axis)} {Number(slice.Start)} {Number(slice.Length)}",
        ConcatOperation concat => "concat " + Number(concat.Axis),
        PadOperation pad => $"pad {Number(pad.Axis)} {Number(pad.Before)} {Number(pad.After)}{(pad.Value == 0 ? string.Empty : " " + Quote(Number(pad.Value)))}",
        UnfoldOperation unfold => $"unfold {Number(unfold.Axis)} {List(unfold.Windows)}{(unfold.Clips ? " clipped" : string.Empty)}",
        FoldOperation fold => $"fold {Number(fold.Axis)} {Number(fold.Length)} {List(fold.Windows)}",
        RandomOperation random => $"random {GraphText.RandomKinds[random.Kind]} {Number(random.Stream)} {Quote(Number(random.Parameter))}",
        GroupOperation group => group.ZeroRest ? "group zeros" : "group copies",
        UngroupOperation => "ungroup",
        WinogradOperation winograd => $"winograd {Number(winograd.Row)} {Number(winograd.Column)}",
        WinogradWeightOperation weight => "winograd-weight " + Axes(weight),
        WinogradSumsOperation sums => $"winograd-sums {Number(sums.Row)} {Number(sums.Column)}",
        WinogradWindowsOperation windows => "winograd-windows " + Axes(windows.Weight),
        StopGradientOperation => "stop-gradient",
        SparsemaxThresholdOperation => "sparsemax-threshold",
        RelayoutOperation relayout => "relayout " + Number(relayout.Layout.LaneAxis),
        _ => throw new InvalidGraphException($"{operation.GetType().Name} has no text form."),
    };

    private static string Axes(WinogradWeightOperation weight) => List(new[] { weight.Rows, weight.Columns, weight.Channels, weight.Filters })
        + (weight.RowsBackwards ? " rows-backwards" : string.Empty) + (weight.ColumnsBackwards ? " columns-backwards" : string.Empty);

    private static string Name(Value value) => "%" + Number(value.Id);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // Expressions write numbers exactly, NaN and −0 included.
    private static string Number(double value) => ExpressionText.Print(new Constant(value));

    private static string List(IEnumerable<int> numbers) => "[" + string.Join(", ", numbers.Select(Number)) + "]";

    private static string List(Windows windows) =>
        List(new[] { windows.Count, windows.Size, windows.Stride, windows.Dilation, windows.Start });

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
            {
                quoted.Append('\\').Append(letter);
            }
            else if (char.IsControl(letter))
            {
                quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(letter);
            }
        }

        return quoted.Append('"').ToString();
    }
}
