using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Emission;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Declarations;

/// <summary>Reads the operations of one method body, given a value for each of its parameters.</summary>
internal sealed class OperationReader(ExpressionReader reader, IReadOnlyList<Expression> arguments)
{
    /// <summary>Reads a number.</summary>
    /// <exception cref="UnreadableException">The operation is none that an expression has.</exception>
    public Expression Number(IOperation operation)
    {
        reader.Count(operation.Syntax);
        if (ConstantOf(operation) is { } constant)
        {
            return constant;
        }

        return operation switch
        {
            IParameterReferenceOperation parameter => arguments[parameter.Parameter.Ordinal],
            IConversionOperation conversion => Conversion(conversion),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Minus } minus => -Number(minus.Operand),
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Plus } plus => Number(plus.Operand),
            IBinaryOperation { OperatorMethod: null } binary when ArithmeticOf(binary.OperatorKind) is { } function =>
                new Binary(function, Number(binary.LeftOperand), Number(binary.RightOperand)),
            IConditionalOperation { WhenFalse: { } whenFalse, IsRef: false } conditional =>
                Choice(conditional.Condition, conditional.WhenTrue, whenFalse),
            IInvocationOperation invocation => Call(invocation),
            _ => throw Unreadable(operation),
        };
    }

    private Condition Truth(IOperation operation)
    {
        reader.Count(operation.Syntax);
        return operation switch
        {
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.Not } not => new Not(Truth(not.Operand)),
            IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and =>
                new Both(Truth(and.LeftOperand), Truth(and.RightOperand)),
            IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or =>
                new Either(Truth(or.LeftOperand), Truth(or.RightOperand)),
            IBinaryOperation { OperatorMethod: null } binary when ComparisonOf(binary.OperatorKind) is { } comparison
                && binary.LeftOperand.Type?.SpecialType != SpecialType.System_Boolean =>
                new Compare(comparison, Number(binary.LeftOperand), Number(binary.RightOperand)),
            { ConstantValue: { HasValue: true, Value: bool value } } => new Compare(value ? Comparison.Equal : Comparison.NotEqual, 0, 0),
            _ => throw Unreadable(operation),
        };
    }

    private Expression Choice(IOperation condition, IOperation whenTrue, IOperation whenFalse) =>
        new Select(Truth(condition), Number(whenTrue), Number(whenFalse));

    private Expression Conversion(IConversionOperation conversion)
    {
        var isOfSign = conversion.Operand is IInvocationOperation { TargetMethod: { Name: "Sign" } sign } && MathMethods.IsMath(sign);
        return conversion.OperatorMethod is null && IsReal(conversion.Type) && (IsReal(conversion.Operand.Type) || isOfSign || IsChoiceOfIntegers(conversion.Operand))
            ? Number(conversion.Operand)
            : throw Unreadable(conversion.IsImplicit ? conversion.Operand : conversion);
    }

    // x < 0 ? -1 : 1 is an integer to C#, and becomes a real number only behind the choice.
    private static bool IsChoiceOfIntegers(IOperation operation) => operation is IConditionalOperation { WhenFalse: { } whenFalse, IsRef: false } choice
        && new[] { choice.WhenTrue, whenFalse }.All(branch => ConstantOf(branch) is not null || IsChoiceOfIntegers(branch));

    private Expression Call(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (invocation.Instance is not null || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension))
        {
            throw Unreadable(invocation);
        }

        if (!MathMethods.IsMath(method))
        {
            return reader.Inline(method, Arguments(invocation), invocation.Syntax);
        }

        // The name comes first: what a foreign method takes need not be a number.
        if (!MathMethods.IsKnown(method))
        {
            throw new UnreadableException($"it uses the method {ExpressionReader.NameOf(method)}", invocation.Syntax);
        }

        return MathMethods.Apply(method.Name, Arguments(invocation), invocation.Syntax);
    }

    private List<Expression> Arguments(IInvocationOperation invocation) =>
        [.. invocation.Arguments.OrderBy(argument => argument.Parameter?.Ordinal ?? 0).Select(argument => Number(argument.Value))];

    private static Constant? ConstantOf(IOperation operation) => operation.ConstantValue is not { HasValue: true, Value: { } value } ? null : value switch
    {
        float number => new Constant(AsWritten(number)),
        double number => new Constant(number),
        int or uint or long or ulong or short or ushort or byte or sbyte =>
            new Constant(System.Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static double AsWritten(float number) =>
        float.IsNaN(number) || float.IsInfinity(number)
            ? number
            : double.Parse(Literals.Digits(number), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static BinaryFunction? ArithmeticOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => BinaryFunction.Add,
        BinaryOperatorKind.Subtract => BinaryFunction.Subtract,
        BinaryOperatorKind.Multiply => BinaryFunction.Multiply,
        BinaryOperatorKind.Divide => BinaryFunction.Divide,
        _ => null,
    };

    private static Comparison? ComparisonOf(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => Comparison.Equal,
        BinaryOperatorKind.NotEquals => Comparison.NotEqual,
        BinaryOperatorKind.LessThan => Comparison.Less,
        BinaryOperatorKind.LessThanOrEqual => Comparison.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Comparison.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Comparison.GreaterOrEqual,
        _ => null,
    };

    private static bool IsReal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static UnreadableException Unreadable(IOperation operation) => new("it uses " + Constructs.NameOf(operation), operation.Syntax);
}
