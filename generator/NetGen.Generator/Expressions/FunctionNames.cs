using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Expressions;

/// <summary>The names of functions and signs of comparisons in the text form.</summary>
internal static class FunctionNames
{
    public static readonly IReadOnlyDictionary<UnaryFunction, string> Unary = new Dictionary<UnaryFunction, string>
    {
        [UnaryFunction.Absolute] = "abs",
        [UnaryFunction.Sign] = "sign",
        [UnaryFunction.SquareRoot] = "sqrt",
        [UnaryFunction.Exp] = "exp",
        [UnaryFunction.ExpMinusOne] = "expm1",
        [UnaryFunction.Log] = "log",
        [UnaryFunction.LogOnePlus] = "log1p",
        [UnaryFunction.Sine] = "sin",
        [UnaryFunction.Cosine] = "cos",
        [UnaryFunction.Tanh] = "tanh",
        [UnaryFunction.Sigmoid] = "sigmoid",
        [UnaryFunction.Softplus] = "softplus",
        [UnaryFunction.Erf] = "erf",
    };

    public static readonly IReadOnlyDictionary<BinaryFunction, string> Binary = new Dictionary<BinaryFunction, string>
    {
        [BinaryFunction.Minimum] = "min",
        [BinaryFunction.Maximum] = "max",
        [BinaryFunction.Power] = "pow",
    };

    public static readonly IReadOnlyDictionary<BinaryFunction, string> Operators = new Dictionary<BinaryFunction, string>
    {
        [BinaryFunction.Add] = "+",
        [BinaryFunction.Subtract] = "-",
        [BinaryFunction.Multiply] = "*",
        [BinaryFunction.Divide] = "/",
    };

    public static readonly IReadOnlyDictionary<Comparison, string> Comparisons = new Dictionary<Comparison, string>
    {
        [Comparison.Equal] = "==",
        [Comparison.NotEqual] = "!=",
        [Comparison.Less] = "<",
        [Comparison.LessOrEqual] = "<=",
        [Comparison.Greater] = ">",
        [Comparison.GreaterOrEqual] = ">=",
    };

    public static readonly IReadOnlyDictionary<string, UnaryFunction> UnaryByName = Unary.ToDictionary(p => p.Value, p => p.Key);

    public static readonly IReadOnlyDictionary<string, BinaryFunction> BinaryByName = Binary.ToDictionary(p => p.Value, p => p.Key);

    public static readonly IReadOnlyDictionary<string, Comparison> ComparisonsBySign = Comparisons.ToDictionary(p => p.Value, p => p.Key);
}
