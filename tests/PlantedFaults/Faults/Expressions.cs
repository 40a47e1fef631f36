using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in the derivatives and the simplification of scalar expressions.</summary>
internal static class Expressions
{
    private const string Folder = "generator/NetGen.Generator/Expressions/";
    private const string Rules = Folder + "Simplification/";

    private static readonly Step s_expressions =
        Step.Of("DerivativeTests", "SimplifierTests", "ActivationTests", "ExpressionToolsTests", "VectorPrinterTests");

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "CosineDerivativeSign",
            FaultKind.SignLost,
            Folder + "Derivative.cs",
            "UnaryFunction.Cosine => -Sin(x)",
            "UnaryFunction.Cosine => Sin(x)",
            "The derivative of the cosine has the wrong sign.",
            s_expressions),
        new(
            "InnerDerivativeForgotten",
            FaultKind.FactorLeftOut,
            Folder + "Derivative.cs",
            "inner.Equals(s_zero) ? s_zero : Times(inner, OfFunction(function))",
            "inner.Equals(s_zero) ? s_zero : OfFunction(function)",
            "Derivatives of functions of functions lack the factor of the inner one.",
            s_expressions),
        new(
            "QuotientRuleWithNumerator",
            FaultKind.WrongTermOfARule,
            Folder + "Derivative.cs",
            "Minus(dl, Times(f, dr)) / r",
            "Minus(dl, Times(l, dr)) / r",
            "(u/v)' takes u where it should take u/v.",
            s_expressions),
        new(
            "PowerRuleExponent",
            FaultKind.OffByOne,
            Folder + "Derivative.cs",
            "Pow(l, exponent.Value - 1)",
            "Pow(l, exponent.Value)",
            "The derivative of a power keeps the exponent.",
            s_expressions),
        new(
            "TieOfVariablesCountedTwice",
            FaultKind.TieDecidedWrongly,
            Folder + "Derivative.cs",
            "Select(Equal(l, r), 0.5 * Plus(dl, dr), dr)",
            "Select(Equal(l, r), Plus(dl, dr), dr)",
            "At a tie of two variables both get the whole derivative of the maximum.",
            s_expressions),
        new(
            "ErfConstant",
            FaultKind.WrongConstant,
            Folder + "Derivative.cs",
            "2 / Math.Sqrt(Math.PI) * Exp(",
            "2 / Math.PI * Exp(",
            "The derivative of erf, and so that of GELU, has the wrong factor.",
            s_expressions),
        new(
            "SigmoidComplementScale",
            FaultKind.FactorLeftOut,
            Rules + "SigmoidComplements.cs",
            "Tanh(0.5 * Doubled(product).Value)",
            "Tanh(Doubled(product).Value)",
            "2·σ(x) − 1 becomes tanh(x) in place of tanh(x/2).",
            s_expressions),
        new(
            "RootOfSquareWithoutAbsolute",
            FaultKind.IdentityOnHalfOfTheDomain,
            Rules + "PowerRules.cs",
            "=> Abs(square.Left)",
            "=> square.Left",
            "√(x·x) becomes x for negative x too.",
            s_expressions),
        new(
            "MirroredComparisonNotStrict",
            FaultKind.TieDecidedWrongly,
            Rules + "SelectionRules.cs",
            "Comparison.Less => Comparison.Greater,",
            "Comparison.Less => Comparison.GreaterOrEqual,",
            "c < x is mirrored to x ≥ c, which differs at the tie alone.",
            s_expressions),
        new(
            "BracketsOpenedWithoutSign",
            FaultKind.SignLost,
            Rules + "SumRules.cs",
            "=> (c.Value + c1.Value) - sum.Left",
            "=> (c.Value - c1.Value) - sum.Left",
            "c − (x − d) becomes (c − d) − x.",
            s_expressions),
        new(
            "PowersOfEMultiplied",
            FaultKind.OperatorExchanged,
            Rules + "ProductRules.cs",
            "Exp(a.Value + b.Value)",
            "Exp(a.Value * b.Value)",
            "eᵃ·eᵇ becomes e to the a·b.",
            s_expressions),
        new(
            "EvenForOdd",
            FaultKind.SignLost,
            Rules + "FunctionRules.cs",
            "=> -new Unary(unary.Function, positive)",
            "=> new Unary(unary.Function, positive)",
            "sin(−x), tanh(−x) and erf(−x) lose their sign.",
            s_expressions),
        new(
            "LogarithmNotNormalised",
            FaultKind.FactorLeftOut,
            Rules + "ExponentialSum.cs",
            "Math.Log(term.Coefficient / first.Coefficient)",
            "Math.Log(term.Coefficient)",
            "ln(a + b·eˣ) does not divide by a, which shows where a is not 1.",
            s_expressions),
        new(
            "UnknownTakenForTrue",
            FaultKind.UnknownTakenForKnown,
            Rules + "FoldingRules.cs",
            "(true, true) => true,",
            "(true, _) => true,",
            "A condition of a known part and an unknown one counts as known.",
            s_expressions),
        new(
            "NumberingOverlooksABranch",
            FaultKind.EqualityTooCoarse,
            Folder + "ValueNumbering.cs",
            "this[select.WhenTrue], this[select.WhenFalse])",
            "this[select.WhenTrue], -1)",
            "Two choices that differ in the second branch alone are one local of the emitted code.",
            s_expressions,
            Step.Random(20)),
    ];
}
