using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Declarations;
using NetGen.Generator.Expressions;
using NetGen.RandomNetworks.Bounds;
using NetGen.RandomNetworks.Declarations;

namespace NetGen.RandomNetworks.Checks;

/// <summary>
/// Own methods as the C# compiler takes them against what was read of them. Reference and emitted code have the same reading, so
/// that a quotient read as a product would be one in both.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="tally">Counts what is compared.</param>
/// <param name="random">Chooses numbers.</param>
internal sealed class MethodCheck(RandomNetwork network, Tally tally, Random random)
{
    private const int Calls = 12;

    private readonly BoundedExpression _reading = new(Arithmetic.Double);

    /// <summary>Calls all own methods of the network.</summary>
    public void Run(BuiltNetwork built)
    {
        foreach (var method in network.Methods.Where(network.IsUsed))
        {
            if (method.Function?.Body is { } read)
            {
                var compiled = Compiled(built.Type, method);
                Check(method, compiled, read, AsWritten(built.Source, compiled));
            }
        }
    }

    private static MethodInfo Compiled(Type type, OwnMethod method)
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var parameters = Enumerable.Repeat(method.IsDouble ? typeof(double) : typeof(float), method.ParameterNames.Length).ToArray();
        var scope = method.IsHelper ? type.Assembly.GetType(type.Namespace is { } space ? $"{space}.{OwnMethods.HelperClass}" : OwnMethods.HelperClass) : type;
        for (; scope is not null; scope = scope.DeclaringType)
        {
            if (scope.GetMethod(method.Name, Any, parameters) is { } found)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"There is no method {method.Name}.");
    }

    /// <summary>The expression before it is simplified: simpler forms round less than what the user wrote.</summary>
    private static Expression AsWritten(Compilation source, MethodInfo compiled)
    {
        var method = source.GetTypeByMetadataName(compiled.DeclaringType!.FullName!)!.GetMembers(compiled.Name).OfType<IMethodSymbol>().Single();
        return AsComputed(Reader(source, CancellationToken.None).Inline(method, [.. method.Parameters.Select((_, i) => new Operand(i))], caller: null));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern ExpressionReader Reader(Compilation compilation, CancellationToken cancellation);

    // The framework's own ExpM1 and LogP1 cancel near 0.
    private static Expression AsComputed(Expression expression) => expression.MapChildren(AsComputed) switch
    {
        Unary { Function: UnaryFunction.ExpMinusOne } power => Functions.Exp(power.Value) - 1,
        Unary { Function: UnaryFunction.LogOnePlus } logarithm => Functions.Log(1 + logarithm.Value),
        var other => other,
    };

    private void Check(OwnMethod method, MethodInfo compiled, Expression read, Expression written)
    {
        var program = new BoundedExpression(IsSingle(method) ? Arithmetic.Single : Arithmetic.Double);
        for (var call = 0; call < Calls; call++)
        {
            var numbers = method.ParameterNames.Select(_ => (double)(float)(4 * (random.NextDouble() - 0.5))).ToArray();
            var operands = Array.ConvertAll(numbers, number => new Bounded(number, 0));
            var expected = _reading.Evaluate(read, operands);

            // Either is as far from the truth as its bound says, and the bound, taken at rounded numbers, short by their rounding at most.
            var bound = 2 * (program.Evaluate(written, operands).Error + expected.Error);
            var isKnown = double.IsFinite(bound) && double.IsFinite(expected.Value);
            if (isKnown && Invoke(compiled, numbers) is { } actual && !(Math.Abs(actual - expected.Value) <= bound))
            {
                CheckFailedException.Throw("methods", FormattableString.Invariant(
                    $"{method.Name}({string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}) is {actual:G17}, but by what was read of it {expected.Value:G17} ± {bound:G3}."));
            }

            tally.AddCall(isKnown && bound <= Math.Abs(expected.Value));
        }
    }

    /// <summary>The value; null where the framework has none, as between bounds that are the wrong way round.</summary>
    private static double? Invoke(MethodInfo method, double[] numbers)
    {
        try
        {
            var arguments = numbers.Zip(method.GetParameters(), (number, parameter) => Convert.ChangeType(number, parameter.ParameterType, CultureInfo.InvariantCulture));
            return Convert.ToDouble(method.Invoke(null, [.. arguments]), CultureInfo.InvariantCulture);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is ArgumentException or ArithmeticException)
        {
            return null;
        }
    }

    /// <summary>Whether any part of it rounds to single precision.</summary>
    private bool IsSingle(OwnMethod method) =>
        !method.IsDouble
        || method.Body.Contains("float", StringComparison.Ordinal)
        || method.Body.Contains("MathF", StringComparison.Ordinal)
        || network.Methods.Take(network.Methods.IndexOf(method)).Any(other => method.Body.Contains(other.Name + "(", StringComparison.Ordinal) && IsSingle(other));
}
