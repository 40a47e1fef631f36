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
    private readonly Dictionary<Value, string> _locals = new();

    public ContractionEpilogue(ContractKernel kernel, OperandNames names, VectorType type, ContractionAxes axes)
    {
        _kernel = kernel;
        _names = names;
        _type = type;
        _axes = axes;
        _scope = new NameScope(OperandNames.Reserved.Concat(names.Parameters.Select(parameter => parameter.Name)));
        _printer = new VectorPrinter(type, _scope);
        foreach (var operand in Operands)
        {
            var name = names[operand].TrimStart('@');
            _locals.Add(operand, Kind(operand) switch
            {
                EpilogueOperandKind.Number => _scope.Unique("v" + Identifiers.Pascal(name)),
                EpilogueOperandKind.SamePlace => _scope.Unique(name + "Panel"),
                _ => name,
            });
        }
    }

    private IEnumerable<Value> Operands =>
        _kernel.Epilogue?.Operands.Where(operand => operand != _kernel.Contraction).Distinct() ?? Enumerable.Empty<Value>();

    /// <summary>Constants and single numbers, before all loops.</summary>
    public string Head()
    {
        var head = new SourceWriter();
        head.Lines(_printer.Constants.Declarations.Select(constant => constant.ToString()));
        head.Lines(Operands.Where(operand => Kind(operand) == EpilogueOperandKind.Number)
            .Select(operand => $"var {_locals[operand]} = new {_type.Name}({_names[operand]});"));

        // An empty line sets them apart from the loops.
        return head.ToString().Length > 0 ? head + "\n" : string.Empty;
    }

    /// <summary>What depends on the lanes alone, as a bias, and the places of the other operands.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="panel">The number of the panel.</param>
    /// <param name="resultPlace">Where the lanes of the panel begin in the result.</param>
    public void DeclarePanel(SourceWriter writer, string panel, string resultPlace)
    {
        foreach (var operand in Operands)
        {
            if (Kind(operand) == EpilogueOperandKind.Lane)
            {
                var load = $"Vector.LoadUnsafe(ref {_names[operand]}, (nuint)";
                var lane = Addresses.Sum(Addresses.Times(panel, Blocks.Size), "lane");
                var second = $"{load}({Addresses.Sum(Addresses.Times(panel, Blocks.Size), "lane", _type.Count)}))";
                writer.Line($"var {Lanes(operand, 0)} = {load}{(lane.Contains(' ') ? $"({lane})" : lane)});");
                writer.Line($"var {Lanes(operand, 1)} = {(_type.MostLanes < Blocks.Size ? second : $"{_type.Count} < {Blocks.Size} ? {second} : default")};");
            }
            else if (Kind(operand) == EpilogueOperandKind.SamePlace)
            {
                writer.Line($"ref var {_locals[operand]} = ref {Addresses.At(_names[operand], resultPlace)};");
            }
        }
    }

    /// <summary>Writes what is needed to apply the operation to an accumulator and returns the text of the result.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="tile">The accumulators.</param>
    /// <param name="names">The names of the block.</param>
    /// <param name="row">The row of the tile.</param>
    /// <param name="vector">Whether the first or the second vector of lanes.</param>
    public string Apply(SourceWriter writer, ContractionTile tile, NameScope names, int row, int vector)
    {
        var accumulator = tile.Sum(row, vector);
        if (_kernel.Epilogue is not { } epilogue)
        {
            return accumulator;
        }

        foreach (var operand in Operands.Where(operand => Kind(operand) == EpilogueOperandKind.SamePlace))
        {
            var place = Addresses.Sum(
                Addresses.Times(tile.Row, _axes.ResultRowStride), Literals.Integer(row * _axes.ResultRowStride), vector == 0 ? "0" : _type.Count);
            writer.Line($"var {tile.Name(_names[operand].TrimStart('@'), row, vector)} = Vector.LoadUnsafe(ref {Addresses.At(_locals[operand], place)});");
        }

        var texts = epilogue.Operands.Select(operand =>
            operand == _kernel.Contraction ? accumulator
            : Kind(operand) == EpilogueOperandKind.Lane ? Lanes(operand, vector)
            : Kind(operand) == EpilogueOperandKind.Number ? _locals[operand]
            : tile.Name(_names[operand].TrimStart('@'), row, vector)).ToArray();
        var code = _printer.Print(((MapOperation)epilogue.Operation).Expression, texts, names);
        writer.Lines(code.Locals.Select(local => local.ToString()));
        return code.Result;
    }

    private EpilogueOperandKind Kind(Value operand) => EpilogueOperand.Kind(operand, _kernel.Contraction);

    private string Lanes(Value operand, int vector) => ContractionTile.Letter(_locals[operand], vector);
}
