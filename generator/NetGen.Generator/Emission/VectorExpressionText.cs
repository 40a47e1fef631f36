using System;
using System.Collections.Generic;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Emission;

/// <summary>The texts of some expressions that share their common parts as locals.</summary>
internal sealed class VectorExpressionText
{
    // A longer text is cut into locals, for the reader's sake.
    private const int LengthLimit = 100;

    private const int Sum = 1;
    private const int Product = 2;
    private const int Primary = 3;

    private readonly IReadOnlyList<string> _operands;
    private readonly NameScope _names;
    private readonly VectorConstants _constants;
    private readonly ValueNumbering _numbering = new();
    private readonly Dictionary<int, int> _uses = [];
    private readonly Dictionary<int, string> _localByNumber = [];
    private readonly List<Local> _locals = [];

    public VectorExpressionText(
        IReadOnlyList<Expression> expressions, IReadOnlyList<string> operands, NameScope names, VectorConstants constants)
    {
        (_operands, _names, _constants) = (operands, names, constants);
        foreach (var expression in expressions)
        {
            CountUse(expression);
        }
    }

    /// <summary>The locals that the texts given until now refer to, in order of declaration.</summary>
    public IReadOnlyList<Local> Locals => _locals;

    /// <summary>The text of one of the expressions.</summary>
    public string Of(Expression expression) => Text(expression, 0, lengthLimit: int.MaxValue);

    private void CountUse(Expression expression)
    {
        if (!Count(_numbering[expression]))
        {
            return;
        }

        if (expression is Select select)
        {
            CountUse(select.Condition);
            CountUse(select.WhenTrue);
            CountUse(select.WhenFalse);
            return;
        }

        foreach (var child in expression.Children())
        {
            CountUse(child);
        }
    }

    private void CountUse(Condition condition)
    {
        if (Count(_numbering[condition]))
        {
            foreach (var child in condition.Children())
            {
                CountUse(child);
            }
        }
    }

    // True at the first use: only then are the parts used as well.
    private bool Count(int number)
    {
        _uses.TryGetValue(number, out var uses);
        _uses[number] = uses + 1;
        return uses == 0;
    }

    private string Text(Expression expression, int precedence, int lengthLimit = LengthLimit)
    {
        switch (expression)
        {
            case Constant constant:
                return _constants[constant.Value];
            case Operand operand:
                return _operands[operand.Index];
            case Unary { Function: UnaryFunction.Negate, Value: Operand or Constant } negation:
                return "-" + Text(negation.Value, Primary);
        }

        var number = _numbering[expression];
        if (_localByNumber.TryGetValue(number, out var name))
        {
            return name;
        }

        var (text, own) = Compute(expression);
        return _uses[number] > 1 || text.Length > lengthLimit ? Declare(number, Hint(expression), text)
            : own < precedence ? $"({text})"
            : text;
    }

    private string Declare(int number, string hint, string text)
    {
        var name = _names.Unique(hint);
        _locals.Add(new Local(name, text));
        return _localByNumber[number] = name;
    }

    private (string Text, int Precedence) Compute(Expression expression) => expression switch
    {
        Unary { Function: UnaryFunction.Negate } negation => ("-" + Text(negation.Value, Primary), Product),
        Unary unary => ($"{MethodOf(unary.Function)}({Text(unary.Value, 0)})", Primary),
        Binary binary => Compute(binary),
        Select select => ($"Vector.ConditionalSelect({Text(select.Condition)}, {Text(select.WhenTrue, 0)}, {Text(select.WhenFalse, 0)})", Primary),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "An unknown expression."),
    };

    private (string Text, int Precedence) Compute(Binary binary)
    {
        var (left, right) = (binary.Left, binary.Right);
        switch (binary.Function)
        {
            case BinaryFunction.Add:
                return FusedSum(left, right) ?? FusedSum(right, left) ?? ($"{Text(left, Sum)} + {Text(right, Product)}", Sum);
            case BinaryFunction.Subtract:
                return FusedDifference(left, right) ?? ($"{Text(left, Sum)} - {Text(right, Product)}", Sum);
            case BinaryFunction.Multiply:
                return ($"{Text(left, Product)} * {Text(right, Primary)}", Product);
            case BinaryFunction.Divide:
                return ($"{Text(left, Product)} / {Text(right, Primary)}", Product);
            case BinaryFunction.Power when right is Constant exponent:
                return ($"VectorMath.Power({Text(left, 0)}, {Literals.Double(exponent.Value)})", Primary);
            case BinaryFunction.Maximum or BinaryFunction.Minimum:
                return (Extremum(binary.Function == BinaryFunction.Maximum ? "Max" : "Min", left, right), Primary);
            default:
                throw new ArgumentOutOfRangeException(nameof(binary), binary.Function, "A function that cannot be printed.");
        }
    }

    // The native instruction gives its second argument where one is NaN: with the constant first it keeps the NaN of the
    // other, at a fraction of the price of the exact form.
    private string Extremum(string name, Expression left, Expression right) =>
        right is Constant ? $"Vector.{name}Native({Text(right, 0)}, {Text(left, 0)})"
        : left is Constant ? $"Vector.{name}Native({Text(left, 0)}, {Text(right, 0)})"
        : $"Vector.{name}({Text(left, 0)}, {Text(right, 0)})";

    private (string Text, int Precedence)? FusedSum(Expression product, Expression addend) =>
        AsOwnProduct(product) is { } p
            ? ($"Vector.MultiplyAddEstimate({Text(p.Left, 0)}, {Text(p.Right, 0)}, {Text(addend, 0)})", Primary)
            : null;

    private (string Text, int Precedence)? FusedDifference(Expression left, Expression right) =>
        AsOwnProduct(right) is { } subtracted
            ? ($"Vector.MultiplyAddEstimate({Negated(subtracted.Left)}, {Text(subtracted.Right, 0)}, {Text(left, 0)})", Primary)
        : AsOwnProduct(left) is { } p
            ? ($"Vector.MultiplyAddEstimate({Text(p.Left, 0)}, {Text(p.Right, 0)}, {Negated(right)})", Primary)
        : null;

    private string Negated(Expression expression) => expression switch
    {
        Constant constant => _constants[-constant.Value],
        Unary { Function: UnaryFunction.Negate } negation => Text(negation.Value, 0),
        _ => "-" + Text(expression, Primary),
    };

    // A product that is a local already gains nothing from being computed again.
    private Binary? AsOwnProduct(Expression expression) =>
        expression is Binary { Function: BinaryFunction.Multiply } product && _uses[_numbering[product]] == 1 ? product : null;

    private string Text(Condition condition)
    {
        var number = _numbering[condition];
        if (_localByNumber.TryGetValue(number, out var name))
        {
            return name;
        }

        var text = condition switch
        {
            Compare { Comparison: Comparison.NotEqual } compare => $"~Vector.Equals({Text(compare.Left, 0)}, {Text(compare.Right, 0)})",
            Compare compare => $"Vector.{MethodOf(compare.Comparison)}({Text(compare.Left, 0)}, {Text(compare.Right, 0)})",
            Both both => $"({Text(both.Left)} & {Text(both.Right)})",
            Either either => $"({Text(either.Left)} | {Text(either.Right)})",
            Not not => "~" + Text(not.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "An unknown condition."),
        };
        return _uses.TryGetValue(number, out var uses) && uses > 1 ? Declare(number, "mask", text) : text;
    }

    private static string MethodOf(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "Equals",
        Comparison.Less => "LessThan",
        Comparison.LessOrEqual => "LessThanOrEqual",
        Comparison.Greater => "GreaterThan",
        Comparison.GreaterOrEqual => "GreaterThanOrEqual",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "A comparison that cannot be printed."),
    };

    private static string MethodOf(UnaryFunction function) => function switch
    {
        UnaryFunction.Absolute => "Vector.Abs",
        UnaryFunction.SquareRoot => "Vector.SquareRoot",
        _ => "VectorMath." + function,
    };

    /// <summary>A name for what an expression gives, by its outermost operation.</summary>
    public static string Hint(Expression expression) => expression switch
    {
        Operand or Constant => "copy",
        Unary { Function: UnaryFunction.Negate } => "negated",
        Unary { Function: UnaryFunction.SquareRoot } => "root",
        Unary unary => char.ToLowerInvariant(unary.Function.ToString()[0]) + unary.Function.ToString().Substring(1),
        Binary { Function: BinaryFunction.Multiply } product => product.Left.Equals(product.Right) ? "square" : "product",
        Binary binary => binary.Function switch
        {
            BinaryFunction.Add => "sum",
            BinaryFunction.Subtract => "difference",
            BinaryFunction.Divide => "quotient",
            BinaryFunction.Maximum => "maximum",
            BinaryFunction.Minimum => "minimum",
            _ => "power",
        },
        _ => "selected",
    };
}
