namespace NetGen.Generator.Expressions.Simplification;

/// <summary>Functions of constants become constants.</summary>
internal static class FoldingRules
{
    public static Expression? Apply(Expression node) => node switch
    {
        Unary { Value: Constant x } unary when ScalarFunctions.Evaluate(unary.Function, x.Value) is { } value => new Constant(value),
        Binary { Left: Constant x, Right: Constant y } binary =>
            new Constant(ScalarFunctions.Evaluate(binary.Function, x.Value, y.Value)),
        Select select when Truth(select.Condition) is { } holds => holds ? select.WhenTrue : select.WhenFalse,
        _ => null,
    };

    /// <summary>Whether the condition holds for every element, for none (false), or neither is known (null).</summary>
    public static bool? Truth(Condition condition) => condition switch
    {
        Compare { Left: Constant x, Right: Constant y } compare => ScalarFunctions.Holds(compare.Comparison, x.Value, y.Value),
        Both both => (Truth(both.Left), Truth(both.Right)) switch
        {
            (false, _) or (_, false) => false,
            (true, true) => true,
            _ => null,
        },
        Either either => (Truth(either.Left), Truth(either.Right)) switch
        {
            (true, _) or (_, true) => true,
            (false, false) => false,
            _ => null,
        },
        Not not => !Truth(not.Value),
        _ => null,
    };
}
