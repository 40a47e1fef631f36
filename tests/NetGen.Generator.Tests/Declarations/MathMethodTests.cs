using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Declarations;
using NetGen.Testing;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Declarations;

/// <summary>The methods of mathematics that own methods may call, against the framework's.</summary>
public sealed class MathMethodTests
{
    private static readonly (string Call, Func<double, double> Value)[] s_methods =
    [
        ("double.Exp(x)", Math.Exp), ("double.Exp2(x)", double.Exp2), ("double.ExpM1(x)", double.ExpM1),
        ("Math.Log(x)", Math.Log), ("Math.Log2(x)", Math.Log2), ("Math.Log10(x)", Math.Log10), ("double.LogP1(x)", double.LogP1),
        ("Math.Sqrt(x)", Math.Sqrt), ("Math.Abs(-x)", x => x), ("(double)Math.Sign(-x)", _ => -1), ("Math.Pow(x, 1.7)", x => Math.Pow(x, 1.7)),
        ("Math.Sin(x)", Math.Sin), ("Math.Cos(x)", Math.Cos), ("Math.Tanh(x)", Math.Tanh), ("Math.Sinh(x)", Math.Sinh), ("Math.Cosh(x)", Math.Cosh),
        ("Math.Max(x, 1)", x => Math.Max(x, 1)), ("Math.Min(x, 1)", x => Math.Min(x, 1)),
        ("Math.Clamp(x, 0.6, 1)", x => Math.Clamp(x, 0.6, 1)), ("Math.FusedMultiplyAdd(x, 3, 4)", x => (3 * x) + 4),
    ];

    [Fact]
    public void HaveTheirValues()
    {
        foreach (var (call, value) in s_methods)
        {
            var compilation = TestCompilation.Create($"using System; static class C {{ static double F(double x) => {call}; }}");
            var method = compilation.GetTypeByMetadataName("C")!.GetMembers("F").OfType<IMethodSymbol>().Single();
            var reading = ExpressionReader.Read(method, compilation, CancellationToken.None);
            Assert.Null(reading.Failure);
            foreach (var x in new[] { 0.3, 0.7, 2.9 })
            {
                // The stable forms differ in the last digits.
                Assert.Equal(value(x), ExpressionEvaluator.Evaluate(reading.Function!.Body, x), 1e-13);
            }
        }
    }
}
