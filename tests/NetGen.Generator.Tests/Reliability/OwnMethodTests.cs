using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Declarations;
using NetGen.Generator.Expressions;
using NetGen.RandomNetworks.Bounds;
using NetGen.RandomNetworks.Checks;
using NetGen.RandomNetworks.Declarations;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>The own methods of random networks use all of their language, and are read.</summary>
public sealed class OwnMethodTests
{
    /// <summary>The right ones among as many networks as arguments of layers take to be all there.</summary>
    private static readonly RandomNetwork[] s_networks =
        [.. WrittenNetworks.All.Where(network => HasOwnMethods(network) && WrittenNetworks.IsRight(network))];

    private static readonly string[] s_bodies = [.. s_networks.SelectMany(network => network.Methods.Where(network.IsUsed)).Select(method => method.Body)];

    [Fact]
    public void EveryMethodOfTheTableHasACall() => Assert.Empty(MathMethods.Known.Except(MathCall.All.Select(call => (call.Name, call.Parameters))));

    /// <summary>Reference and emitted code read a method alike, so a wrong entry would stay unseen by both: the framework knows.</summary>
    [Fact]
    public void EveryMethodOfTheTableIsThatOfTheFramework()
    {
        // Numbers that either precision holds.
        foreach (var numbers in new double[][] { [0.25, 0.75, 1.5], [1.75, 0.25, 1.5], [3, 1.25, 2.5] })
        {
            Assert.All(MathCall.All, call =>
            {
                var expected = Framework(call, numbers[..call.Parameters]);
                var arguments = numbers[..call.Parameters].Select(number => (Expression)number).ToArray();
                var actual = ExpressionEvaluator.Evaluate(MathMethods.Apply(call.Name, arguments, SyntaxFactory.ParseExpression(call.Name)));
                var arithmetic = call.IsDouble ? Arithmetic.Double : Arithmetic.Single;

                // A formula such as that of sinh has three functions and as many operations, none of them on greater numbers than 2·cosh.
                Assert.InRange(Math.Abs(actual - expected), 0, 6 * Arithmetic.FunctionRoundings * arithmetic.Unit * Math.Max(1, Math.Abs(expected)));
            });
        }
    }

    private static double Framework(MathCall call, double[] numbers)
    {
        var number = call.IsDouble ? typeof(double) : typeof(float);
        var type = new[] { typeof(Math), typeof(MathF), typeof(float), typeof(double) }
            .First(type => type.Name == call.Type switch { "float" => "Single", "double" => "Double", var name => name });
        var method = type.GetMethod(call.Name, Enumerable.Repeat(number, call.Parameters).ToArray())!;
        var arguments = numbers.Select(argument => Convert.ChangeType(argument, number, CultureInfo.InvariantCulture)).ToArray();
        return Convert.ToDouble(method.Invoke(null, arguments), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void EveryMethodOfTheTableIsCalledByNetworksThatAreRight() =>
        Assert.DoesNotContain(MathMethods.Known, known => !s_bodies.Any(body => body.Contains($".{known.Name}(", StringComparison.Ordinal)));

    [Theory]
    [InlineData(" < ")]
    [InlineData(" <= ")]
    [InlineData(" > ")]
    [InlineData(" >= ")]
    [InlineData(" == ")]
    [InlineData(" != ")]
    [InlineData(" && ")]
    [InlineData(" || ")]
    [InlineData(" & ")]
    [InlineData(" | ")]
    [InlineData(" !(")]
    [InlineData(" true ")]
    [InlineData(" ? -1 : 2")]
    [InlineData("(+")]
    [InlineData("(-")]
    [InlineData("Math.PI")]
    [InlineData("Helpers.Slope")]
    [InlineData("Helpers.Twist(")]
    [InlineData(")).Twist(")]
    [InlineData(")Helpers.Wide(")]
    [InlineData("Helpers.Wide(second: ")]
    [InlineData("Bend(")]
    [InlineData("float)Math.Exp((double)")]
    public void EveryConstructIsAmongNetworksThatAreRight(string text) =>
        Assert.Contains(s_bodies, body => (" " + body).Replace("(!(", "( !(", StringComparison.Ordinal).Contains(text, StringComparison.Ordinal));

    [Fact]
    public void AllMethodsAreReadButThoseThatAreTooLong()
    {
        var functions = WrittenNetworks.All.SelectMany(network => network.Methods).Select(method => method.Function!).ToArray();

        Assert.DoesNotContain(functions, function => function.Body is null && !function.Failure!.Contains("operations", StringComparison.Ordinal));
        Assert.True(functions.Count(function => function.Body is null) < functions.Length / 20);
    }

    [Fact]
    public void MostNetworksWithOwnMethodsAreBuilt()
    {
        var networks = WrittenNetworks.All.Where(HasOwnMethods).Take(20).ToArray();
        var built = networks.Count(network =>
        {
            using var one = NetworkBuilder.Build(network);
            return one is not null;
        });

        Assert.InRange(built, networks.Length * 3 / 4, networks.Length);
    }

    private static bool HasOwnMethods(RandomNetwork network) => network.Layers.Any(layer => layer.Kind.Function is not null);
}
