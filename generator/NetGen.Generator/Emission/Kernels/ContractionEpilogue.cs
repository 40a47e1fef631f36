using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// The element-wise operations of a contraction: the one that it applies to its accumulators before it stores them, and the one on what it stores whose result it writes beside.
/// </summary>
internal sealed class ContractionEpilogue
{
    private const int MostCostApplied = 4;

    private readonly ContractKernel _kernel;
    private readonly OperandNames _names;
    private readonly VectorType _type;
    private readonly ContractionAxes _axes;
    private readonly TileLanes _lanes;
    private readonly NameScope _scope;
    private readonly VectorPrinter _printer;
    private readonly Dictionary<Value, string> _locals = new();
    private readonly Addend? _addend;

    public ContractionEpilogue(ContractKernel kernel, OperandNames names, VectorType type, ContractionAxes axes, TileLanes lanes)
    {
        _kernel = kernel;
        _names = names;
        _type = type;
        _axes = axes;
        _lanes = lanes;
        _scope = new NameScope(OperandNames.Reserved.Concat(names.Parameters.Select(parameter => parameter.Name)));
        _printer = new VectorPrinter(type, _scope);
        foreach (var operand in Operands)
        {
            var name = names[operand].TrimStart('@');
            _locals.Add(operand, Kind(operand) switch
            {
                EpilogueOperandKind.Number => _scope.Unique("v" + Identifiers.Pascal(name)),
                EpilogueOperandKind.SamePlace => _scope.Unique(name + "Panel"),
                EpilogueOperandKind.Row => _scope.Unique(name + "Rows"),
                _ => name,
            });
        }

        _addend = kernel.Epilogue is null ? null : Addend.Of(kernel.Contraction, kernel.Epilogue, Kind);
    }

    private IEnumerable<Value> Operands => _kernel.Others();

    /// <summary>The names of what is declared outside of the tiles.</summary>
    public IEnumerable<string> Names => Operands.SelectMany(operand => Kind(operand) == EpilogueOperandKind.Lane
        ? Enumerable.Range(0, _lanes.MostVectors).Select(vector => Lanes(operand, vector))
        : new[] { _locals[operand] });

    /// <summary>
    /// Whether it is applied to the accumulators in their registers. A choice or a long formula would take registers from
    /// the sums themselves; it goes over the tile once more, which then lies in the first-level cache.
    /// </summary>
    public bool IsApplied => IsShort(_kernel.Epilogue);

    /// <summary>Whether there is a second result.</summary>
    public bool HasSecond => _kernel.Second is not null;

    /// <summary>Whether the second result, if any, is computed in registers, too.</summary>
    public bool IsSecondApplied => IsApplied && IsShort(_kernel.Second);

    /// <summary>The declarations of the constants of all that was applied until now.</summary>
    public IEnumerable<string> Constants => _printer.Constants.Declarations.Select(constant => constant.ToString());

    /// <summary>Single numbers, before all loops.</summary>
    public string Head()
    {
        var head = new SourceWriter();
        head.Lines(Operands.Where(operand => Kind(operand) == EpilogueOperandKind.Number)
            .Select(operand => $"var {_locals[operand]} = new {_type.Name}({_names[operand]});"));

        // An empty line sets them apart from the loops.
        return head.ToString().Length > 0 ? head + "\n" : string.Empty;
    }

    /// <summary>What depends on the lanes alone, as a bias, and the places of the other operands.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="around">The axes of the loops around the rows.</param>
    /// <param name="resultPlace">Where the lanes of the tile begin in the result.</param>
    /// <param name="isApplied">Whether the epilogue is applied in registers, for which what depends on the lanes alone is wanted.</param>
    /// <param name="isSecondApplied">Whether the second result is computed there, too.</param>
    public void DeclarePanel(SourceWriter writer, IReadOnlyList<ContractionAxis> around, string resultPlace, bool isApplied, bool isSecondApplied)
    {
        foreach (var operand in Operands)
        {
            if (Kind(operand) == EpilogueOperandKind.Lane && (IsOf(_kernel.Epilogue, isApplied) || IsOf(_kernel.Second, isSecondApplied)))
            {
                for (var vector = 0; vector < _lanes.MostVectors; vector++)
                {
                    var place = Addresses.Sum("lane", _lanes.Before(vector));
                    var load = $"Vector.LoadUnsafe(ref {_names[operand]}, (nuint){(vector == 0 ? place : $"({place})")})";
                    writer.Line($"var {Lanes(operand, vector)} = {_lanes.IfPresent(vector, load)};");
                }
            }
            else if (Kind(operand) == EpilogueOperandKind.SamePlace)
            {
                writer.Line($"ref var {_locals[operand]} = ref {Addresses.At(_names[operand], resultPlace)};");
            }
            else if (Kind(operand) == EpilogueOperandKind.Row)
            {
                writer.Line($"ref var {_locals[operand]} = ref {Addresses.At(_names[operand], Addresses.Sum(around.Select(axis => Addresses.Times(axis.Variable, _axes.StrideOf(operand, axis)))))};");
            }

            bool IsOf(Value? map, bool applied) => applied && map?.Operands.Contains(operand) == true;
        }
    }

    // An operand that is the same for all lanes of a row.
    private string OfRow(Value operand, string firstRow, string row) =>
        $"new {_type.Name}({Addresses.At(_locals[operand], _axes.Row is { } rows ? Addresses.Sum(Addresses.Times(firstRow, _axes.StrideOf(operand, rows)), Addresses.Times(row, _axes.StrideOf(operand, rows))) : "0")})";

    /// <summary>Whether the first of the sums of a row begins with an operand, so that it need not be added at the end.</summary>
    public bool BeginsSums(ContractionTile tile) => tile.Chains > 1 && _addend is not null;

    /// <summary>The text of what the first sum of a row begins with.</summary>
    public string Beginning(ContractionTile tile, int vector)
    {
        var value = _addend!.Value;
        return Kind(value) == EpilogueOperandKind.Lane
            ? Lanes(value, vector)
            : $"Vector.LoadUnsafe(ref {Addresses.At(_locals[value], _lanes.Offset(vector, _axes.ResultPanelStride))})";
    }

    /// <summary>Writes what is needed to apply the operation to an accumulator and returns the text of the result.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="tile">The accumulators.</param>
    /// <param name="names">The names of the block.</param>
    /// <param name="row">The row of the tile.</param>
    /// <param name="vector">The vector of lanes.</param>
    public string Apply(SourceWriter writer, ContractionTile tile, NameScope names, int row, int vector)
    {
        var accumulator = tile.Sum(row, vector);
        if (_kernel.Epilogue is not { } epilogue)
        {
            return accumulator;
        }

        var (expression, operands) = BeginsSums(tile)
            ? (_addend!.Rest, epilogue.Operands.Select(operand => operand == _addend.Value ? _kernel.Contraction : operand).ToArray())
            : (((MapOperation)epilogue.Operation).Expression, epilogue.Operands);
        return InRegisters(writer, tile, names, (row, vector), expression, operands, (_kernel.Contraction, accumulator));
    }

    /// <summary>Writes what is needed to compute the second result of a vector and returns its text.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="names">The names of the block.</param>
    /// <param name="row">The row of the tile.</param>
    /// <param name="vector">The vector of lanes.</param>
    /// <param name="first">The local that holds the first result.</param>
    public string ApplySecond(SourceWriter writer, ContractionTile tile, NameScope names, int row, int vector, string first)
    {
        var second = _kernel.Second!;
        return InRegisters(writer, tile, names, (row, vector), ((MapOperation)second.Operation).Expression, second.Operands, (_kernel.Result, first));
    }

    /// <summary>Writes the operation for one vector of a stored tile and returns the text of the result.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="sum">The local that holds the sum.</param>
    /// <param name="place">Where the vector lies, from the first lane of the tile's panel on.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="names">The names of the block.</param>
    public string ApplyAt(SourceWriter writer, string sum, string place, ContractionTile tile, NameScope names) =>
        AtPlace(writer, _kernel.Epilogue!, (_kernel.Contraction, sum), place, tile, names);

    /// <summary>Writes the second result of one vector of a stored tile and returns its text.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="first">The local that holds the first result.</param>
    /// <param name="place">Where the vector lies, from the first lane of the tile's panel on.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="names">The names of the block.</param>
    public string ApplySecondAt(SourceWriter writer, string first, string place, ContractionTile tile, NameScope names) =>
        AtPlace(writer, _kernel.Second!, (_kernel.Result, first), place, tile, names);

    private static bool IsShort(Value? map) => map is null
        || (ExpressionCost.Of(((MapOperation)map.Operation).Expression) <= MostCostApplied && !((MapOperation)map.Operation).Expression.PartsFirst().Any(part => part is Select));

    private string InRegisters(
        SourceWriter writer, ContractionTile tile, NameScope names, (int Row, int Vector) at, Expression expression, IReadOnlyList<Value> operands, (Value Value, string Text) inner)
    {
        var texts = new Dictionary<Value, string> { [inner.Value] = inner.Text };
        foreach (var operand in operands.Where(operand => operand != inner.Value).Distinct())
        {
            texts.Add(operand, Kind(operand) switch
            {
                EpilogueOperandKind.Lane => Lanes(operand, at.Vector),
                EpilogueOperandKind.Number => _locals[operand],
                EpilogueOperandKind.Row => OfRow(operand, tile.Row, Literals.Integer(at.Row)),
                _ => names.Unique(tile.Name(_names[operand].TrimStart('@'), at.Row, at.Vector)),
            });
            if (Kind(operand) == EpilogueOperandKind.SamePlace)
            {
                var place = Addresses.Sum(
                    Addresses.Times(tile.Row, _axes.ResultRowStride), Literals.Integer(at.Row * _axes.ResultRowStride), _lanes.Offset(at.Vector, _axes.ResultPanelStride));
                writer.Line($"var {texts[operand]} = Vector.LoadUnsafe(ref {Addresses.At(_locals[operand], place)});");
            }
        }

        var code = _printer.Print(expression, operands.Select(operand => texts[operand]).ToArray(), names);
        writer.Lines(code.Locals.Select(local => local.ToString()));
        return code.Result;
    }

    private string AtPlace(SourceWriter writer, Value map, (Value Value, string Text) inner, string place, ContractionTile tile, NameScope names)
    {
        var texts = new Dictionary<Value, string> { [inner.Value] = inner.Text };
        foreach (var operand in map.Operands.Where(operand => operand != inner.Value).Distinct())
        {
            texts.Add(operand, Kind(operand) == EpilogueOperandKind.Number ? _locals[operand] : names.Unique("v" + Identifiers.Pascal(_names[operand].TrimStart('@'))));
            if (Kind(operand) == EpilogueOperandKind.Lane)
            {
                writer.Line($"var {texts[operand]} = Vector.LoadUnsafe(ref {_names[operand]}, (nuint)(lane + l));");
            }
            else if (Kind(operand) == EpilogueOperandKind.SamePlace)
            {
                writer.Line($"var {texts[operand]} = Vector.LoadUnsafe(ref {_locals[operand]}, (nuint)({place}));");
            }
            else if (Kind(operand) == EpilogueOperandKind.Row)
            {
                writer.Line($"var {texts[operand]} = {OfRow(operand, tile.Row, tile.Rows > 1 ? "r" : "0")};");
            }
        }

        var code = _printer.Print(((MapOperation)map.Operation).Expression, map.Operands.Select(operand => texts[operand]).ToArray(), names);
        writer.Lines(code.Locals.Select(local => local.ToString()));
        return code.Result;
    }

    private EpilogueOperandKind Kind(Value operand) => EpilogueOperand.Kind(operand, _kernel.Contraction);

    private string Lanes(Value operand, int vector) => ContractionTile.Letter(_locals[operand], vector);
}
