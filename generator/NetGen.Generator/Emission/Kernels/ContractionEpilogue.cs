using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>The element-wise operation that a contraction applies to its accumulators before it stores them.</summary>
internal sealed class ContractionEpilogue
{
    private readonly ContractKernel _kernel;
    private readonly OperandNames _names;
    private readonly VectorType _type;
    private readonly ContractionAxes _axes;
    private readonly NameScope _scope;
    private readonly VectorPrinter _printer;
    private readonly List<string> _numbers = new();

    public ContractionEpilogue(ContractKernel kernel, OperandNames names, VectorType type, ContractionAxes axes)
    {
        _kernel = kernel;
        _names = names;
        _type = type;
        _axes = axes;
        _scope = new NameScope(OperandNames.Reserved.Concat(names.Parameters.Select(parameter => parameter.Name)));
        _printer = new VectorPrinter(type, _scope);
        foreach (var operand in Operands.Where(operand => Kind(operand) == EpilogueOperandKind.Number))
        {
            _numbers.Add($"var {LocalName(operand)} = new {type.Name}({names[operand]});");
        }
    }

    private IEnumerable<Value> Operands =>
        _kernel.Epilogue?.Operands.Where(operand => operand != _kernel.Contraction).Distinct() ?? Enumerable.Empty<Value>();

    /// <summary>Constants and single numbers, before all loops.</summary>
    public string Head()
    {
        var head = new SourceWriter();
        head.Lines(_printer.Constants.Declarations.Select(constant => constant.ToString()));
        head.Lines(_numbers);
        return head.ToString();
    }

    /// <summary>What depends on the lanes alone, as a bias.</summary>
    public void DeclarePanel(SourceWriter writer, IReadOnlyList<ContractionAxis> around)
    {
        foreach (var operand in Operands)
        {
            if (Kind(operand) == EpilogueOperandKind.Lane)
            {
                writer.Line($"var {LaneName(operand, 0)} = Vector.LoadUnsafe(ref {_names[operand]}, (nuint)((panel * 16) + lane));");
                writer.Line($"var {LaneName(operand, 1)} = {_type.Name}.Count < 16 ? Vector.LoadUnsafe(ref {_names[operand]}, (nuint)((panel * 16) + lane + {_type.Name}.Count)) : default;");
            }
            else if (Kind(operand) == EpilogueOperandKind.SamePlace)
            {
                var terms = around.Where(axis => axis.Result != 0).Select(axis => $"({axis.Variable} * {Literals.Integer(axis.Result)})")
                    .Concat(new[] { $"(panel * {Literals.Integer(_axes.ResultPanelStride)})", "lane" });
                writer.Line($"ref var {LocalName(operand)} = ref Unsafe.Add(ref {_names[operand]}, {string.Join(" + ", terms)});");
            }
        }
    }

    /// <summary>Writes what is needed to apply the operation to an accumulator and returns the text of the result.</summary>
    public string Apply(SourceWriter writer, string accumulator, int row, int vector, string rowText)
    {
        if (_kernel.Epilogue is not { } epilogue)
        {
            return accumulator;
        }

        var texts = epilogue.Operands.Select(operand => Read(writer, operand, accumulator, row, vector, rowText)).ToArray();
        var code = _printer.Print(((MapOperation)epilogue.Operation).Expression, texts);
        writer.Lines(code.Locals.Select(local => local.ToString()));
        return code.Result;
    }

    private string Read(SourceWriter writer, Value operand, string accumulator, int row, int vector, string rowText)
    {
        if (operand == _kernel.Contraction)
        {
            return accumulator;
        }

        switch (Kind(operand))
        {
            case EpilogueOperandKind.Number:
                return LocalName(operand);
            case EpilogueOperandKind.Lane:
                return LaneName(operand, vector);
            default:
                var stride = Literals.Integer(_axes.Row?.Result ?? 0);
                var place = $"(({rowText} + {Literals.Integer(row)}) * {stride})" + (vector == 0 ? string.Empty : $" + {_type.Name}.Count");
                var name = _scope.Unique(LocalName(operand) + "Lanes");
                writer.Line($"var {name} = Vector.LoadUnsafe(ref Unsafe.Add(ref {LocalName(operand)}, {place}));");
                return name;
        }
    }

    private EpilogueOperandKind Kind(Value operand) => EpilogueOperand.Kind(operand, _kernel.Contraction);

    private string LocalName(Value operand) => _names[operand].TrimStart('@') + "Here";

    private string LaneName(Value operand, int vector) => LocalName(operand) + (vector == 0 ? "A" : "B");
}
