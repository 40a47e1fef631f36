using System;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Testing.Reference;

namespace NetGen.Generator.Tests.Expressions;

/// <summary>Tells the points at which two ways of computing the same expression can be expected to agree.</summary>
internal static class Sensitivity
{
    /// <summary>
    /// Whether no part of the expression is infinite, undefined or so large that the 16 digits of its neighbours are lost
    /// in it, and whether the value does not change much in the neighbourhood: no jump, no pole, no near tie.
    /// </summary>
    public static bool IsStable(Expression expression, double[] point, double value) =>
        double.IsFinite(value)
        && expression.PartsFirst().All(part => Math.Abs(ExpressionEvaluator.Evaluate(part, point)) < 1e5)
        && new[] { -1e-9, 1e-9 }.All(step =>
        {
            var neighbour = ExpressionEvaluator.Evaluate(expression, [point[0] + step, point[1] - (0.7 * step)]);
            return Math.Abs(neighbour - value) <= 1e-5 * (1 + Math.Abs(value));
        });
}
