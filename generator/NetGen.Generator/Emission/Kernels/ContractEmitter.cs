using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// Contractions in register tiles: the sums of some rows of the broadcast operand by some vectors of lanes stay in registers while the
/// loop runs over the summed axes. Rows left over are covered by a tile that overlaps the one before: every row is summed
/// in the same order in every tile, so it is the same bits.
/// </summary>
internal static class ContractEmitter
{
    /// <summary>So many multiply-adds take a few nanoseconds, which a call and its addresses would take once more.</summary>
    private const long MostWorkInlined = 256;

    /// <summary>With fewer multiply-adds for a sample a kernel is called so often that it soon has its last form, and may be inlined there.</summary>
    private const long LeastWorkOptimized = 4096;

    public static KernelText Emit(ContractKernel kernel, KernelContext context)
    {
        var contraction = kernel.Contraction;
        var operands = kernel.Reads;
        var names = new OperandNames(context.Type, operands);
        var writer = new SourceWriter();
        string body;
        SharedRange? shared = null;
        if (kernel.Form.SumsLanes)
        {
            new SumOfLanes(kernel, names, context, writer).Write();
            body = writer.ToString();
        }
        else if (kernel.Form.LaneOperand < 0)
        {
            PlainContraction.Write(writer, contraction, names, context);
            body = writer.ToString();
        }
        else
        {
            var loops = new TiledContraction(kernel, names, context, writer);
            loops.Write();
            body = loops.Head() + writer;
            shared = loops.Shared(kernel);
        }

        return new KernelText(
            context.MethodName(kernel),
            Comment(kernel, names),
            kernel.Second is { } second ? names.WithResult(kernel.Result).Append(new KernelParameter(context.Type.Keyword, "result2", second)).ToArray() : names.WithResult(kernel.Result),
            HasSamples(contraction),
            NeedsRandom: false,
            body)
        {
            Shared = shared,
            SumsInRegisters = (kernel.Form.SumsLanes || kernel.Form.LaneOperand >= 0) && WorkEstimate(contraction) >= LeastWorkOptimized,
            IsSmall = context.Plan.FitsStack && !HasSamples(contraction) && WorkEstimate(contraction) <= MostWorkInlined,
        };
    }

    public static bool HasSamples(Value contraction)
    {
        var contract = (ContractOperation)contraction.Operation;
        return (contract.Left + contract.Right).Contains(TypeRules.SampleLabel);
    }

    // Multiply-adds for a sample.
    private static long WorkEstimate(Value contraction)
    {
        var contract = (ContractOperation)contraction.Operation;
        return (contract.Left + contract.Right).Distinct().Where(label => label != TypeRules.SampleLabel).Aggregate(1L, (work, label) => work * ContractionForm.SizeOf(contraction, label));
    }

    private static string Comment(ContractKernel kernel, OperandNames names)
    {
        var contract = (ContractOperation)kernel.Contraction.Operation;
        var (left, right) = (kernel.Contraction.Operands[0], kernel.Contraction.Operands[1]);
        var summed = contract.Left.Where(label => contract.Result.IndexOf(label) < 0).Distinct().ToArray();
        var sum = (summed.Length > 0 ? $"Σ_{string.Concat(summed.Select(Letter))} " : string.Empty)
            + $"{names[left]}[{Indices(contract.Left)}]·{names[right]}[{Indices(contract.Right)}]";
        var place = $"[{Indices(contract.Result)}]";
        var formula = kernel.Epilogue is { } epilogue ? Formula(epilogue, kernel.Contraction, "z") + $" with z = {sum}" : sum;
        if (kernel.Second is { } second)
        {
            formula += $"; result2{place} = {Formula(second, kernel.Result, "result" + place)}";
        }

        string Formula(Value map, Value inner, string innerText) => MathematicsPrinter.Print(
            ((MapOperation)map.Operation).Expression, map.Operands.Select(operand => operand == inner ? innerText : names[operand] + Place(operand)).ToArray());

        string Place(Value operand) => EpilogueOperand.Kind(operand, kernel.Contraction) switch
        {
            EpilogueOperandKind.SamePlace => place,
            EpilogueOperandKind.Lane => $"[{Letter(kernel.Form.Lane)}]",
            EpilogueOperandKind.Row => $"[{Indices(RowLabels(operand))}]",
            _ => string.Empty,
        };

        // The labels of the axes along which an operand varies.
        string RowLabels(Value operand)
        {
            var labels = contract.Result.Substring(contract.Result.Length - operand.Shape.Rank);
            return string.Concat(labels.Where((_, axis) => operand.Shape[axis] > 1));
        }

        var sizes = (contract.Left + contract.Right).Distinct().Where(label => label != TypeRules.SampleLabel)
            .Select(label => $"{label} < {ContractionForm.SizeOf(kernel.Contraction, label)}");
        return $"result{place} {(kernel.Continues ? "+=" : "=")} {formula}; {string.Join(", ", sizes)}";
    }

    private static string Indices(string labels) => string.Join(",", labels.Select(Letter));

    private static string Letter(char label) => label == TypeRules.SampleLabel ? "n" : label.ToString();
}
