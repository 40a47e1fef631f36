using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.RandomNetworks.Declarations;

namespace NetGen.RandomNetworks.Shrinking;

/// <summary>The bodies that are simpler than a body: a part in the place of the whole, anywhere within it.</summary>
internal static class SimplerMethods
{
    public static IEnumerable<RandomNetwork> Of(RandomNetwork network) =>
        from method in network.Methods.Where(network.IsUsed)
        from body in Bodies(method)
        select network with { Methods = OwnMethods.Read([.. network.Methods.Select(other => other == method ? other with { Body = body } : other)]) };

    /// <summary>Those that take away most first.</summary>
    private static IEnumerable<string> Bodies(OwnMethod method)
    {
        var whole = SyntaxFactory.ParseExpression(method.Body);
        foreach (var outer in whole.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(IsValue))
        {
            var simpler = method.ParameterNames.Select(name => (SyntaxNode)SyntaxFactory.IdentifierName(name)).Where(_ => !IsTruth(outer))
                .Concat(outer.DescendantNodes().OfType<ExpressionSyntax>().Where(inner => IsValue(inner) && IsTruth(inner) == IsTruth(outer)));
            foreach (var inner in simpler.Where(inner => inner.ToString().Length < outer.ToString().Length))
            {
                yield return whole.ReplaceNode(outer, inner).ToString();
            }
        }
    }

    // Names of types and methods are expressions of the grammar, too.
    private static bool IsValue(ExpressionSyntax expression) =>
        expression is not (TypeSyntax or MemberAccessExpressionSyntax) || expression is IdentifierNameSyntax { Parent: not (MemberAccessExpressionSyntax or InvocationExpressionSyntax or NameColonSyntax or CastExpressionSyntax) };

    private static bool IsTruth(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => IsTruth(inner.Expression),
        _ => expression.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression
            or SyntaxKind.LogicalNotExpression or SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression or SyntaxKind.LessThanExpression
            or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression
            or SyntaxKind.NotEqualsExpression,
    };
}
