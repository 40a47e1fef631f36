using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>Kernels within a sample: for each sample a loop over its row after the other, with the numbers that reductions give between them.</summary>
internal sealed class RowEmitter
{
    private readonly RowKernel _kernel;
    private readonly KernelContext _context;
    private readonly RowStages _stages;
    private readonly RowForm _form;
    private readonly HashSet<Value> _declared = new();
    private readonly OperandNames _operands;
    private readonly NameScope _scope;
    private readonly VectorPrinter _printer;
    private readonly SourceWriter _writer = new();
    private readonly Dictionary<Value, string> _locals = new();
    private readonly Dictionary<Value, string> _memory = new();

    private RowEmitter(RowKernel kernel, KernelContext context)
    {
        (_kernel, _context) = (kernel, context);
        _form = RowForm.Of(kernel, context.Type);
        _stages = new RowStages(kernel.Values, kernel.Length);
        _operands = new OperandNames(context.Type, kernel.Reads);
        _scope = new NameScope(OperandNames.Reserved.Concat(_operands.Parameters.Select(parameter => parameter.Name)));
        _printer = new VectorPrinter(context.Type, _scope);
        foreach (var operand in kernel.Reads)
        {
            _locals.Add(operand, _scope.Unique("v" + Identifiers.Pascal(_operands[operand].TrimStart('@'))));
        }

        foreach (var value in kernel.Values)
        {
            var name = _scope.Unique(Identifiers.Camel(ValueNames.What(value.Operation)));
            _locals.Add(value, name);
            if (kernel.Written.Contains(value) || (kernel.Scratch.Contains(value) && !_form.IsOneVector))
            {
                _memory.Add(value, _scope.Unique(name + (_stages.IsRow(value) ? "Row" : "Result")));
            }
        }
    }

    private VectorType Type => _context.Type;

    public static KernelText Emit(RowKernel kernel, KernelContext context) => new RowEmitter(kernel, context).Emit();

    private KernelText Emit()
    {
        _form.Samples(_writer, Places, Sample);
        var head = new SourceWriter();
        head.Lines(_printer.Constants.Declarations.Select(constant => constant.ToString()));
        return new KernelText(
            Identifiers.Pascal(_kernel.Values[0].Label) + (_kernel.IsOfGroups ? "OfGroups" : "OfEachSample"),
            Comment(),
            _operands.Parameters.Concat(_memory.Select(place => new KernelParameter(Type.Keyword, place.Value, place.Key))).ToArray(),
            NeedsSamples: true,
            NeedsRandom: false,
            head.ToString() + _writer);
    }

    private string Comment()
    {
        var formulas = _kernel.Values.Select(value => value.Operation switch
        {
            MapOperation map => $"{_locals[value]} = {MathematicsPrinter.Print(map.Expression, Names(value))}",
            ReduceOperation { Reduction: Reduction.Sum } => $"{_locals[value]} = Σ {Names(value)[0]}",
            _ => $"{_locals[value]} = max {Names(value)[0]}",
        });
        var types = _operands.Parameters.Select(parameter => $"{parameter.Name.TrimStart('@')}: {parameter.Value.Type}")
            .Concat(_memory.Select(place => $"{place.Value}: {place.Key.Type}"));
        return $"For each {_form.Whose} {string.Join("; ", formulas)}\n{string.Join(", ", types)}";
    }

    private string[] Names(Value value) => value.Operands.Select(operand => IsInside(operand)
        ? _locals[Aliases.Root(operand)]
        : Aliases.Root(operand).Operation is ConstantOperation constant ? Literals.Double(constant.Value)
        : _operands[operand].TrimStart('@')).ToArray();

    private bool IsInside(Value operand) => _kernel.Values.Contains(Aliases.Root(operand));

    private void Places()
    {
        foreach (var (value, name) in _operands.Parameters.Select(parameter => (parameter.Value, parameter.Name))
            .Concat(_memory.Select(place => (place.Key, place.Value))))
        {
            if (Stride(value) is var stride and not 0)
            {
                _writer.Line($"ref var {Here(value, name)} = ref {Addresses.At(name, Addresses.Times("n", stride))};");
            }
        }
    }

    private void Sample()
    {
        foreach (var operand in _kernel.Reads.Where(operand => !IsRowOperand(operand)))
        {
            var number = Aliases.Root(operand).Operation is ConstantOperation constant ? Type.Broadcast(constant.Value) : _form.Number(operand, Here(operand, _operands[operand]));
            _writer.Line($"var {_locals[operand]} = {number};");
        }

        for (var stage = 0; stage < _stages.Count; stage++)
        {
            Stage(stage);
        }
    }

    private void Stage(int stage)
    {
        foreach (var value in _stages.Numbers(stage))
        {
            Compute(value, _scope);
            if (_memory.TryGetValue(value, out var place))
            {
                _writer.Line(_form.Store(_locals[value], Here(value, place)));
            }
        }

        var rows = _stages.Rows(stage).ToArray();
        var reductions = _stages.Reductions(stage).ToArray();
        if (rows.Length + reductions.Length == 0)
        {
            return;
        }

        var totals = reductions.ToDictionary(value => value, value => _scope.Unique(_locals[value] + "OfLanes"));
        _writer.Lines(reductions.Where(_ => !_form.IsOneVector).Select(value => $"var {totals[value]} = {(IsSum(value) ? $"{Type.Name}.Zero" : $"new {Type.Name}({Type.Keyword}.NegativeInfinity)")};"));
        _form.Row(_writer, () => Row(rows, reductions, totals));
        foreach (var value in reductions)
        {
            _writer.Line($"var {_locals[value]} = {_form.Total(totals[value], IsSum(value))};");
            if (_memory.TryGetValue(value, out var place))
            {
                _writer.Line(_form.Store(_locals[value], Here(value, place)));
            }
        }
    }

    private void Row(IReadOnlyList<Value> rows, IReadOnlyList<Value> reductions, IReadOnlyDictionary<Value, string> totals)
    {
        var needed = rows.Concat(reductions).SelectMany(value => value.Operands).Distinct().ToArray();
        foreach (var operand in needed.Where(operand => !IsInside(operand) && IsRowOperand(operand) && (!_form.IsOneVector || _declared.Add(operand))))
        {
            _writer.Line($"var {_locals[operand]} = {Load(operand)};");
        }

        foreach (var root in needed.Select(Aliases.Root).Distinct().Where(root => _kernel.Values.Contains(root) && _stages.IsRow(root) && !rows.Contains(root) && !_form.IsOneVector))
        {
            _writer.Line($"var {_locals[root]} = Vector.LoadUnsafe(ref {Here(root, _memory[root])}{_form.Index});");
        }

        var names = _form.IsOneVector ? _scope : _scope.Nested();
        foreach (var value in rows)
        {
            Compute(value, names);
            if (_memory.TryGetValue(value, out var place))
            {
                _writer.Line($"Vector.StoreUnsafe({_locals[value]}, ref {Here(value, place)}{_form.Index});");
            }
        }

        foreach (var value in reductions)
        {
            var operand = Local(value.Operands[0]);
            var lanes = _form.Term(operand, IsSum(value));
            _writer.Line(_form.IsOneVector ? $"var {totals[value]} = {lanes};"
                : IsSum(value) ? $"{totals[value]} += {lanes};"
                : $"{totals[value]} = Vector.Max({totals[value]}, {lanes});");
        }
    }

    private void Compute(Value value, NameScope names)
    {
        var code = _printer.Print(((MapOperation)value.Operation).Expression, value.Operands.Select(Local).ToArray(), names);
        _writer.Lines(code.Locals.Select(local => local.ToString()));
        _writer.Line($"var {_locals[value]} = {code.Result};");
    }

    private string Local(Value operand) => _locals[IsInside(operand) ? Aliases.Root(operand) : operand];

    private string Load(Value operand) => Aliases.Root(operand).Operation is IotaOperation
        ? _form.Indices
        : $"Vector.LoadUnsafe(ref {Here(operand, _operands[operand])}{_form.Index})";

    private bool IsRowOperand(Value operand) =>
        Aliases.Root(operand).Operation is IotaOperation || (Aliases.Root(operand).Operation is not ConstantOperation && operand.Shape.Count == _kernel.Length);

    private long Stride(Value value) => _context.Plan.StorageOf(value).SampleStride;

    private string Here(Value value, string name) => Stride(value) == 0 ? name : name.TrimStart('@') + "AtN";

    private static bool IsSum(Value value) => ((ReduceOperation)value.Operation).Reduction == Reduction.Sum;
}
