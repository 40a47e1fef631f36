namespace NetGen.Generator.Expressions;

/// <summary>Writes expressions the way they are read: <c>Select(Greater(x, 0), x, 0.01 * x)</c>.</summary>
internal static class Functions
{
    /// <summary>The element of the operand at <paramref name="index"/>.</summary>
    public static Expression X(int index = 0) => new Operand(index);

    public static Expression Abs(Expression x) => new Unary(UnaryFunction.Absolute, x);

    public static Expression Sign(Expression x) => new Unary(UnaryFunction.Sign, x);

    public static Expression Sqrt(Expression x) => new Unary(UnaryFunction.SquareRoot, x);

    public static Expression Exp(Expression x) => new Unary(UnaryFunction.Exp, x);

    public static Expression ExpMinusOne(Expression x) => new Unary(UnaryFunction.ExpMinusOne, x);

    public static Expression Log(Expression x) => new Unary(UnaryFunction.Log, x);

    public static Expression LogOnePlus(Expression x) => new Unary(UnaryFunction.LogOnePlus, x);

    public static Expression Sin(Expression x) => new Unary(UnaryFunction.Sine, x);

    public static Expression Cos(Expression x) => new Unary(UnaryFunction.Cosine, x);

    public static Expression Tanh(Expression x) => new Unary(UnaryFunction.Tanh, x);

    public static Expression Sigmoid(Expression x) => new Unary(UnaryFunction.Sigmoid, x);

    public static Expression Softplus(Expression x) => new Unary(UnaryFunction.Softplus, x);

    public static Expression Erf(Expression x) => new Unary(UnaryFunction.Erf, x);

    /// <summary>(eˣ − e⁻ˣ) / 2, written so that nothing cancels near 0.</summary>
    public static Expression Sinh(Expression x) => 0.5 * (ExpMinusOne(x) - ExpMinusOne(-x));

    /// <summary>(eˣ + e⁻ˣ) / 2.</summary>
    public static Expression Cosh(Expression x) => 0.5 * (Exp(x) + Exp(-x));

    public static Expression Max(Expression left, Expression right) => new Binary(BinaryFunction.Maximum, left, right);

    public static Expression Min(Expression left, Expression right) => new Binary(BinaryFunction.Minimum, left, right);

    public static Expression Pow(Expression x, double exponent) => new Binary(BinaryFunction.Power, x, exponent);

    public static Expression Select(Condition condition, Expression whenTrue, Expression whenFalse) =>
        new Select(condition, whenTrue, whenFalse);

    public static Condition Greater(Expression left, Expression right) => new Compare(Comparison.Greater, left, right);

    public static Condition GreaterOrEqual(Expression left, Expression right) => new Compare(Comparison.GreaterOrEqual, left, right);

    public static Condition Less(Expression left, Expression right) => new Compare(Comparison.Less, left, right);

    public static Condition LessOrEqual(Expression left, Expression right) => new Compare(Comparison.LessOrEqual, left, right);

    public static Condition Equal(Expression left, Expression right) => new Compare(Comparison.Equal, left, right);
}
