using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Emission;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Declarations;

/// <summary>
/// Reads an expression-bodied static method as a scalar expression. Calls of other such methods are replaced by their
/// bodies. A constant of type <c>float</c> counts as the decimal number that it was written as: it rounds to the same
/// <c>float</c> again. The result holds no symbol.
/// </summary>
internal sealed class ExpressionReader
{
    // Methods that call each other twice grow by powers of two: the limit keeps the compiler from following them.
    private const int OperationLimit = 500;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly List<IMethodSymbol> _open = [];
    private int _operations;

    private ExpressionReader(Compilation compilation, CancellationToken cancellation) =>
        (_compilation, _cancellation) = (compilation, cancellation);

    /// <summary>Reads <paramref name="method"/>; never throws because of what it holds.</summary>
    public static FunctionReading Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            var operands = method.Parameters.Select((_, i) => (Expression)new Operand(i)).ToList();
            var body = new ExpressionReader(compilation, cancellation).Inline(method, operands, caller: null);
            return new FunctionReading(new ScalarFunction(method.Name, method.Parameters.Length, Simplifier.Simplify(body)), null, null);
        }
        catch (UnreadableException unreadable)
        {
            return new FunctionReading(null, unreadable.Message, unreadable.Location);
        }
    }

    /// <summary>The body of <paramref name="method"/> with <paramref name="arguments"/> in the place of its parameters.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">A value for each parameter.</param>
    /// <param name="caller">The call, or null for the method that is read itself.</param>
    /// <exception cref="UnreadableException">The method cannot be read.</exception>
    public Expression Inline(IMethodSymbol method, IReadOnlyList<Expression> arguments, SyntaxNode? caller)
    {
        _cancellation.ThrowIfCancellationRequested();
        method = method.PartialImplementationPart ?? method;
        var body = BodyOf(method, caller);
        var model = _compilation.GetSemanticModel(body.SyntaxTree);
        if (model.GetOperation(body, _cancellation) is not { } operation)
        {
            throw new UnreadableException("it does not compile", body);
        }

        _open.Add(method);
        var result = new OperationReader(this, arguments).Number(operation);
        _open.RemoveAt(_open.Count - 1);
        return result;
    }

    /// <summary>Counts an operation that is read.</summary>
    /// <exception cref="UnreadableException">There are too many.</exception>
    public void Count(SyntaxNode syntax)
    {
        if (++_operations > OperationLimit)
        {
            throw new UnreadableException($"it has more than {Literals.Integer(OperationLimit)} operations, with those of the methods it calls", syntax);
        }
    }

    private SyntaxNode BodyOf(IMethodSymbol method, SyntaxNode? caller)
    {
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation);
        var where = caller ?? syntax;
        var about = caller is null ? "it" : $"'{method.Name}', which it calls,";
        if (_open.Any(open => SymbolEqualityComparer.Default.Equals(open, method)))
        {
            throw new UnreadableException(_open.Count == 1 ? "it calls itself" : $"it calls '{method.Name}', which calls itself", where);
        }

        if (syntax is null || !_compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            throw new UnreadableException(
                caller is null ? "its source is not in this project" : $"it calls the method {NameOf(method)}, whose source is not in this project", where);
        }

        if (WrongSignature(method) is { } wrong)
        {
            throw new UnreadableException($"{about} {wrong}", where);
        }

        return syntax switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: RefExpressionSyntax } => throw new UnreadableException($"{about} returns a reference", where),
            MethodDeclarationSyntax { ExpressionBody: { } arrow } => Unwrapped(arrow.Expression),
            MethodDeclarationSyntax { Body: { } block } =>
                throw new UnreadableException($"{about} has {Constructs.NameOf(block)}; it must be a single expression after =>", block),
            _ => throw new UnreadableException($"{about} has no body", where),
        };
    }

    // These have no operation of their own.
    private static ExpressionSyntax Unwrapped(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Unwrapped(parenthesized.Expression),
        CheckedExpressionSyntax inContext => Unwrapped(inContext.Expression),
        _ => expression,
    };

    private static string? WrongSignature(IMethodSymbol method) =>
        !method.IsStatic ? "is not static"
        : method.IsGenericMethod || method.ContainingType.IsGenericType ? "is generic"
        : !IsReal(method.ReturnType) ? $"returns {Constructs.NameOf(method.ReturnType)} instead of float or double"
        : method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None) is { } reference
            ? $"has a parameter passed by reference, '{reference.Name}'"
        : method.Parameters.FirstOrDefault(parameter => !IsReal(parameter.Type)) is { } other
            ? $"has a parameter of type {Constructs.NameOf(other.Type)}, '{other.Name}', instead of float or double"
        : null;

    private static bool IsReal(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    internal static string NameOf(IMethodSymbol method) =>
        (IsReal(method.ContainingType) ? Constructs.NameOf(method.ContainingType) : method.ContainingType.Name) + "." + method.Name;
}
