using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Declarations;

/// <summary>The names of C# constructs, for messages about those that cannot be read.</summary>
internal static class Constructs
{
    /// <summary>The construct that makes a block more than a single expression.</summary>
    public static string NameOf(BlockSyntax block) =>
        block.Statements.FirstOrDefault(statement => statement is not ReturnStatementSyntax) switch
        {
            LocalDeclarationStatementSyntax => "a block body with a local declaration",
            ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax => "a block body with a loop",
            IfStatementSyntax => "a block body with an if statement",
            SwitchStatementSyntax => "a block body with a switch statement",
            LocalFunctionStatementSyntax => "a block body with a local function",
            ThrowStatementSyntax => "a block body with a throw statement",
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax } => "a block body with an assignment",
            _ => "a block body",
        };

    /// <summary>A type as C# writes it.</summary>
    public static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    /// <summary>An operation that no expression has.</summary>
    public static string NameOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => $"the field '{field.Field.Name}', which is not a constant",
        IPropertyReferenceOperation property => $"the property '{property.Property.Name}'",
        ILocalReferenceOperation local => $"the local '{local.Local.Name}'",
        IInvocationOperation invocation => $"the method {ExpressionReader.NameOf(invocation.TargetMethod)}",
        IConversionOperation { Type: { } type } => $"a conversion to {NameOf(type)}",
        IParameterReferenceOperation parameter => $"'{parameter.Parameter.Name}' as a truth value",
        ISwitchExpressionOperation => "a switch expression",
        IIsPatternOperation => "a pattern",
        IThrowOperation => "a throw expression",
        IAssignmentOperation or IIncrementOrDecrementOperation => "an assignment",
        IAnonymousFunctionOperation => "a lambda",
        IObjectCreationOperation => "an object creation",
        IArrayCreationOperation => "an array",
        IArrayElementReferenceOperation => "an array element",
        IInvalidOperation => "code that does not compile",
        IBinaryOperation { OperatorMethod: not null } or IUnaryOperation { OperatorMethod: not null } => "an operator of its own",
        IBinaryOperation or IUnaryOperation => $"the operator {OperatorOf(operation.Syntax)}",
        { ConstantValue.HasValue: true, Type: { } type } => $"a constant of type {NameOf(type)}",
        _ => $"'{Shortened(operation.Syntax.ToString())}'",
    };

    private static string OperatorOf(SyntaxNode syntax) => syntax switch
    {
        BinaryExpressionSyntax binary => binary.OperatorToken.Text,
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken.Text,
        _ => syntax.Kind().ToString(),
    };

    private static string Shortened(string text) => text.Length <= 40 ? text : text.Substring(0, 39) + "…";
}
