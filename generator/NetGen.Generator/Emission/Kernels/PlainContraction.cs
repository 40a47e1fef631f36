using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// A contraction in which no axis can lie in the lanes, because the result has none or both operands have its last one:
/// element by element.
/// </summary>
internal static class PlainContraction
{
    public static void Write(SourceWriter writer, Value value, OperandNames names, KernelContext context)
    {
        var contract = (ContractOperation)value.Operation;
        var free = contract.Result.ToArray();
        var summed = (contract.Left + contract.Right).Distinct().Where(label => contract.Result.IndexOf(label) < 0).ToArray();
        Loops(writer, free, 0, value, () =>
        {
            writer.Line($"{context.Type.Keyword} sum = 0;");
            Loops(writer, summed, 0, value, () =>
            {
                var left = Element(names[value.Operands[0]], contract.Left, value.Operands[0], context.Plan);
                var right = Element(names[value.Operands[1]], contract.Right, value.Operands[1], context.Plan);
                writer.Line($"sum += {left} * {right};");
            });
            writer.Line($"{Element("result", contract.Result, value, context.Plan)} = sum;");
        });
    }

    private static void Loops(SourceWriter writer, IReadOnlyList<char> labels, int index, Value value, Action body)
    {
        if (index == labels.Count)
        {
            body();
            return;
        }

        var label = labels[index];
        var variable = Variable(label);
        var count = label == TypeRules.SampleLabel ? SampleCount.OfOperands(value) : Literals.Integer(ContractionForm.SizeOf(value, label));
        writer.Block(
            $"for (var {variable} = 0; {variable} < {count}; {variable}++)",
            () => Loops(writer, labels, index + 1, value, body));
    }

    private static string Element(string name, string labels, Value value, ProgramPlan plan)
    {
        var terms = new List<string>();
        var axes = labels.TrimStart(TypeRules.SampleLabel);
        if (axes.Length < labels.Length)
        {
            terms.Add(Addresses.Times("n", plan.StorageOf(value).SampleStride));
        }

        for (var axis = 0; axis < axes.Length; axis++)
        {
            terms.Add(Addresses.Times(Variable(axes[axis]), Aliases.Strides(value)[axis]));
        }

        return Addresses.At(name, Addresses.Sum(terms));
    }

    private static string Variable(char label) => label == TypeRules.SampleLabel ? "n" : "_" + label;
}
