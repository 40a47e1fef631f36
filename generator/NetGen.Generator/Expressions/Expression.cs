using System;

namespace NetGen.Generator.Expressions;

/// <summary>
/// A scalar expression over numbered operands: what an element-wise operation computes for one element. Expressions
/// are immutable and equal by structure.
/// </summary>
internal abstract record Expression
{
    public static Expression operator +(Expression left, Expression right) => new Binary(BinaryFunction.Add, left, right);

    public static Expression operator -(Expression left, Expression right) => new Binary(BinaryFunction.Subtract, left, right);

    public static Expression operator *(Expression left, Expression right) => new Binary(BinaryFunction.Multiply, left, right);

    public static Expression operator /(Expression left, Expression right) => new Binary(BinaryFunction.Divide, left, right);

    public static Expression operator -(Expression value) => new Unary(UnaryFunction.Negate, value);

    public static implicit operator Expression(double value) => new Constant(value);
}

/// <summary>A number.</summary>
internal sealed record Constant(double Value) : Expression
{
    // By bits: −0 differs from 0, and NaN equals itself.
    public bool Equals(Constant? other) =>
        other is not null && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    public override int GetHashCode() => BitConverter.DoubleToInt64Bits(Value).GetHashCode();
}

/// <summary>The element of an operand, by the operand's place.</summary>
internal sealed record Operand(int Index) : Expression;

/// <summary>A function of one number.</summary>
internal sealed record Unary(UnaryFunction Function, Expression Value) : Expression;

/// <summary>A function of two numbers.</summary>
internal sealed record Binary(BinaryFunction Function, Expression Left, Expression Right) : Expression;

/// <summary><paramref name="WhenTrue"/> where the condition holds, else <paramref name="WhenFalse"/>.</summary>
internal sealed record Select(Condition Condition, Expression WhenTrue, Expression WhenFalse) : Expression;

/// <summary>A truth value over the operands.</summary>
internal abstract record Condition;

/// <summary>A comparison of two numbers; false where either is NaN, except <see cref="Comparison.NotEqual"/>.</summary>
internal sealed record Compare(Comparison Comparison, Expression Left, Expression Right) : Condition;

/// <summary>Both conditions hold.</summary>
internal sealed record Both(Condition Left, Condition Right) : Condition;

/// <summary>At least one of the conditions holds.</summary>
internal sealed record Either(Condition Left, Condition Right) : Condition;

/// <summary>The condition does not hold.</summary>
internal sealed record Not(Condition Value) : Condition;

internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal enum BinaryFunction
{
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary>The lesser; NaN where either is NaN.</summary>
    Minimum,

    /// <summary>The greater; NaN where either is NaN.</summary>
    Maximum,

    /// <summary>The left to the power of the right, which is a constant.</summary>
    Power,
}

internal enum UnaryFunction
{
    Negate,
    Absolute,

    /// <summary>−1, 0 or 1.</summary>
    Sign,
    SquareRoot,
    Exp,

    /// <summary>eˣ − 1, exact near 0.</summary>
    ExpMinusOne,
    Log,

    /// <summary>ln(1 + x), exact near 0.</summary>
    LogOnePlus,
    Sine,
    Cosine,
    Tanh,

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    Sigmoid,

    /// <summary>ln(1 + eˣ).</summary>
    Softplus,

    /// <summary>The error function.</summary>
    Erf,
}
