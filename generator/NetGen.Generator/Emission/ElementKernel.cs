using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>
/// The loops of element-wise kernels and reductions: references that move with the outer loops, vectors along the inner
/// one, and a scalar tail that computes the very formula of a lane by spreading one element over all lanes.
/// </summary>
internal sealed class ElementKernel
{
    // A loop of so few steps takes longer to go round than to do its work.
    private const int MostUnrolled = 4;

    private readonly List<ElementOperand> _operands = new();
    private readonly HashSet<Value> _formula;

    /// <param name="type">The vectors of the emitted code.</param>
    /// <param name="space">The type whose elements are computed.</param>
    /// <param name="expression">The formula of one element.</param>
    /// <param name="operands">The operands of the formula, in order.</param>
    /// <param name="result">What is written.</param>
    /// <param name="plan">Where everything lies.</param>
    /// <param name="paddable">Whether whole blocks may be computed past the last element of a sample.</param>
    /// <param name="first">The first greatest element that the formula asks for; null where it asks for none.</param>
    public ElementKernel(
        VectorType type, TensorType space, Expression expression, IReadOnlyList<Value> operands, Value result, ProgramPlan plan, bool paddable, FirstGreatest? first = null)
    {
        Type = type;
        _formula = new HashSet<Value>(operands);
        var asked = operands;
        operands = first is null ? operands : operands.Where(operand => operand != first.Index).Append(first.X).Distinct().ToArray();
        Names = new OperandNames(type, operands);
        Result = result;
        var scope = new NameScope(OperandNames.Reserved.Concat(Names.Parameters.Select(parameter => parameter.Name)));
        Printer = new VectorPrinter(type, scope);
        var all = operands.Concat(new[] { result }).ToArray();
        // In the layout of a parameter all operands lie alike, so the elements are visited as they lie.
        var layout = plan.StorageOf(result).Layout;
        Iteration = layout.LaneAxis >= 0
            ? Iteration.Flat(Blocks.Length(result.Shape, layout), all.Length)
            : Iteration.Over(space, all.Select(value => (value, plan.StorageOf(value))).ToArray(), paddable, first?.Axis ?? -1);
        for (var i = 0; i < all.Length; i++)
        {
            var name = i < operands.Count ? Names[all[i]] : "result";
            var vector = scope.Unique("v" + Identifiers.Pascal(name));
            _operands.Add(new ElementOperand(name, vector, all[i], Iteration.Operands[i]));
        }

        Code = Printer.Print(expression, asked.Select(value => value == first?.Index ? FirstGreatest.Name : OperandOf(value).Vector).ToArray());
    }

    public VectorType Type { get; }

    public OperandNames Names { get; }

    public Value Result { get; }

    public Iteration Iteration { get; }

    /// <summary>The lanes of the formula.</summary>
    public VectorCode Code { get; }

    /// <summary>Constants to declare before the loops.</summary>
    public VectorPrinter Printer { get; }

    public SourceWriter Writer { get; } = new();

    public ElementOperand ResultOperand => _operands[_operands.Count - 1];

    /// <summary>The operand that a value is.</summary>
    public ElementOperand OperandOf(Value value) => _operands.First(operand => operand.Value == value);

    private IEnumerable<ElementOperand> Reads => _operands.Take(_operands.Count - 1).Where(operand => _formula.Contains(operand.Value));

    /// <summary>The constants, then the loops.</summary>
    public string Body()
    {
        var head = new SourceWriter();
        foreach (var constant in Printer.Constants.Declarations)
        {
            head.Line(constant.ToString());
        }

        return head.ToString() + Writer;
    }

    /// <summary>An outer loop; within it the references point to the current place.</summary>
    public void Outer(int axis, Action body)
    {
        var over = Iteration.Axes[axis];
        var variable = over.OverSamples ? "n" : "a" + Literals.Integer(axis);
        Writer.Block($"for (var {variable} = 0; {variable} < {over.Count}; {variable}++)", () =>
        {
            var before = _operands.Select(operand => operand.Current).ToArray();
            foreach (var operand in _operands)
            {
                operand.Advance(Writer, axis, variable);
            }

            body();
            for (var i = 0; i < before.Length; i++)
            {
                _operands[i].Current = before[i];
            }
        });
    }

    /// <summary>Nested outer loops.</summary>
    public void Outer(IReadOnlyList<int> axes, Action body)
    {
        if (axes.Count == 0)
        {
            body();
            return;
        }

        Outer(axes[0], () => Outer(axes.Skip(1).ToArray(), body));
    }

    /// <summary>The steps of an outer loop, one after the other where they are few.</summary>
    public void Unrolled(int axis, Action body)
    {
        var over = Iteration.Axes[axis];
        if (over.OverSamples || over.Size > MostUnrolled)
        {
            Outer(axis, body);
            return;
        }

        for (var step = 0; step < over.Size; step++)
        {
            var before = _operands.Select(operand => operand.Current).ToArray();
            Writer.Block(string.Empty, () =>
            {
                foreach (var operand in _operands)
                {
                    operand.Advance(Writer, axis, Literals.Integer(step));
                }

                body();
            });
            for (var i = 0; i < before.Length; i++)
            {
                _operands[i].Current = before[i];
            }
        }
    }

    /// <summary>The operand that is reduced two by two along the last axis, its pairs side by side as their results are; null where another formula is or another axis.</summary>
    public ElementOperand? PairsAlong(int axis)
    {
        var reads = Reads.ToArray();
        return axis > 0 && Iteration.Axes[axis] is { OverSamples: false, Size: 2 } && reads.Length == 1 && reads[0] is { } x && Code.Result == x.Vector && Code.Locals.Count == 0
            && x.Value.Type.Element == ElementKind.Float && Aliases.Root(x.Value).Operation is not (ConstantOperation or IotaOperation)
            && x.StrideAt(axis) == 1 && x.StrideAt(axis - 1) == 2 && ResultOperand.StrideAt(axis) == 0 && ResultOperand.StrideAt(axis - 1) == 1 ? x : null;
    }

    /// <summary>How a loop along an axis goes.</summary>
    public Steps StepsAlong(int axis)
    {
        var over = Iteration.Axes[axis];
        return _operands.Any(operand => operand.IsScalarAlong(axis)) || (!over.OverSamples && over.Size < Type.FewestLanes) ? Steps.Elements
            : over.Size % Blocks.Size == 0 ? Steps.Vectors
            : Steps.VectorsThenElements;
    }

    /// <summary>The loop over <c>i</c> along an axis; the body is told whether a step is a vector.</summary>
    public void Inner(int axis, Action<bool> body)
    {
        var count = Iteration.Axes[axis].Count;
        switch (StepsAlong(axis))
        {
            case Steps.Elements:
                Writer.Block($"for (var i = 0; i < {count}; i++)", () => body(false));
                break;
            case Steps.Vectors:
                Writer.Block($"for (var i = 0; i < {count}; i += {Type.Count})", () => body(true));
                break;
            default:
                Writer.Line("var i = 0;");
                Writer.Block($"for (; i <= {count} - {Type.Count}; i += {Type.Count})", () => body(true));
                Writer.Line();
                Writer.Line("// What is left, one by one, by the formula of a lane.");
                Writer.Block($"for (; i < {count}; i++)", () => body(false));
                break;
        }
    }

    /// <summary>
    /// The loop over <c>i</c> along an axis for a body that may compute an element twice: where the axis holds a vector, the last one overlaps the one before.
    /// </summary>
    public void InnerTwice(int axis, Action<bool> body)
    {
        var over = Iteration.Axes[axis];
        if (StepsAlong(axis) != Steps.VectorsThenElements || over.OverSamples)
        {
            Inner(axis, body);
            return;
        }

        // A vector is a constant to the just-in-time compiler, which leaves out what cannot be.
        if (over.Size >= Type.MostLanes)
        {
            Overlapping();
            return;
        }

        Writer.Block($"if ({Type.Count} <= {over.Count})", Overlapping);
        Writer.Block("else", () => Writer.Block($"for (var i = 0; i < {over.Count}; i++)", () => body(false)));

        void Overlapping() => Writer.Block($"for (var first = 0; first < {over.Count}; first += {Type.Count})", () =>
        {
            Writer.Line($"var i = Math.Min(first, {over.Count} - {Type.Count});");
            body(true);
        });
    }

    /// <summary>Declares the lanes of the operands that do not move along an axis, before its loop.</summary>
    public void DeclareResting(int axis)
    {
        foreach (var operand in Reads.Distinct().Where(operand => operand.StrideAt(axis) == 0))
        {
            Writer.Line($"var {operand.Vector} = {operand.Read(Type, axis, vector: false)};");
        }
    }

    /// <summary>Declares the lanes of the operands that move along an axis, and the parts of the formula.</summary>
    public void DeclareMoving(int axis, bool vector)
    {
        foreach (var operand in Reads.Where(operand => operand.StrideAt(axis) != 0))
        {
            Writer.Line($"var {operand.Vector} = {operand.Read(Type, axis, vector)};");
        }

        foreach (var local in Code.Locals)
        {
            Writer.Line(local.ToString());
        }
    }
}

/// <summary>How the innermost loop of an element-wise kernel goes along its axis.</summary>
internal enum Steps
{
    /// <summary>A vector at a time; the axis is padded or ends with a whole vector.</summary>
    Vectors,

    /// <summary>One by one: the elements do not lie side by side, or fill no vector.</summary>
    Elements,

    /// <summary>A vector at a time, then what is left one by one.</summary>
    VectorsThenElements,
}
