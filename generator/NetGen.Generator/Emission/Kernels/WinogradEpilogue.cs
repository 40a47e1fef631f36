using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>The element-wise operation that a sum in Winograd's form applies to a vector of filters before it is stored.</summary>
internal sealed class WinogradEpilogue
{
    private readonly WinogradKernel _kernel;
    private readonly OperandNames _names;
    private readonly VectorType _type;
    private readonly VectorPrinter _printer;
    private readonly Dictionary<Value, string> _locals = new();
    private readonly NameScope _scope;

    public WinogradEpilogue(WinogradKernel kernel, OperandNames names, VectorType type)
    {
        (_kernel, _names, _type) = (kernel, names, type);
        _scope = new NameScope(OperandNames.Reserved.Concat(names.Parameters.Select(parameter => parameter.Name)));
        _printer = new VectorPrinter(type, _scope);
        foreach (var operand in Operands)
        {
            var name = names[operand].TrimStart('@');
            _locals.Add(operand, _scope.Unique(Kind(operand) == EpilogueOperandKind.SamePlace ? name + "Image" : "v" + Identifiers.Pascal(name)));
        }
    }

    private IEnumerable<Value> Operands =>
        _kernel.Epilogue?.Operands.Where(operand => operand != _kernel.Convolution).Distinct() ?? Enumerable.Empty<Value>();

    /// <summary>The names of a loop in which the operation is applied.</summary>
    public NameScope Loop() => _scope.Nested();

    /// <summary>What is declared before all loops, behind everything that is printed.</summary>
    public IEnumerable<string> Head() => _printer.Constants.Declarations.Select(constant => constant.ToString())
        .Concat(Operands.Where(operand => Kind(operand) == EpilogueOperandKind.Number).Select(operand => $"var {_locals[operand]} = new {_type.Name}({_names[operand]});"));

    /// <summary>The places of a sample's operands.</summary>
    /// <param name="place">Where a sample begins in the result.</param>
    public IEnumerable<string> OfSample(string place) => Operands.Where(operand => Kind(operand) == EpilogueOperandKind.SamePlace)
        .Select(operand => $"ref var {_locals[operand]} = ref {Addresses.At(_names[operand], place)};");

    /// <summary>What depends on the filters alone, as a bias.</summary>
    public IEnumerable<string> OfFilters() => Operands.Where(operand => Kind(operand) == EpilogueOperandKind.Lane)
        .Select(operand => $"var {_locals[operand]} = Vector.LoadUnsafe(ref {_names[operand]}, (nuint)lane);");

    /// <summary>Writes what is needed to apply the operation and returns the text of the result.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="sum">The local that holds the sum.</param>
    /// <param name="place">Where it lies in the sample.</param>
    /// <param name="names">The names of the block.</param>
    public string Apply(SourceWriter writer, string sum, string place, NameScope names)
    {
        if (_kernel.Epilogue is not { } epilogue)
        {
            return sum;
        }

        var texts = new Dictionary<Value, string> { [_kernel.Convolution] = sum };
        foreach (var operand in Operands)
        {
            var isSamePlace = Kind(operand) == EpilogueOperandKind.SamePlace;
            texts.Add(operand, isSamePlace ? names.Unique("v" + Identifiers.Pascal(_names[operand].TrimStart('@'))) : _locals[operand]);
            if (isSamePlace)
            {
                writer.Line($"var {texts[operand]} = Vector.LoadUnsafe(ref {_locals[operand]}, (nuint){Addresses.Primary(place)});");
            }
        }

        var code = _printer.Print(((MapOperation)epilogue.Operation).Expression, epilogue.Operands.Select(operand => texts[operand]).ToArray(), names);
        writer.Lines(code.Locals.Select(local => local.ToString()));
        return code.Result;
    }

    private EpilogueOperandKind Kind(Value operand) => EpilogueOperand.Kind(operand, _kernel.Convolution);
}
