using System.Linq;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Activations and losses of the user's own: where they are found, and what is said where they cannot be read.</summary>
public sealed class OwnMethodDiagnosticTests
{
    [Theory]
    [InlineData("static float F(float x) { return x; }", "Method 'F' cannot be compiled into the network: it has a block body; it must be a single expression after =>")]
    [InlineData("static float F(float x, float y) => x;", "Method 'F' cannot be compiled into the network: it has 2 parameters, not 1 parameter")]
    [InlineData("float F(float x) => x;", "Method 'F' cannot be compiled into the network: it is not static")]
    [InlineData("static float F(float x) => F(x);", "Method 'F' cannot be compiled into the network: it calls itself")]
    [InlineData("static float F(float x) => MathF.Floor(x);", "Method 'F' cannot be compiled into the network: it uses the method MathF.Floor")]
    public void TheArgumentIsMarkedAndTheConstructIsNamed(string method, string message) => Expect.Diagnostic(
        $"using System; using NetGen;\n[Network, Input(2), Activation([|nameof(F)|])] partial class Net {{ {method} }}", "NG0301", message);

    [Theory]
    [InlineData("Dense(1), [|Activation(nameof(F))|], SquaredError", "static float F(float x) => x > 0 ? 1 : 0;")]
    [InlineData("Dense(1), [|Activation(nameof(F))|], SquaredError", "static float F(float x) => 3;")]
    [InlineData("Dense(1), [|Activation(nameof(F))|], SquaredError", "static float F(float x) => MathF.Sign(x);")]
    [InlineData("Dense(1), [|Loss(nameof(F))|]", "static float F(float prediction, float target) => target;")]
    public void AMethodWithoutADerivativeCutsTheGradientOff(string layers, string method) => Expect.Diagnostic(
        $"using System; using NetGen;\n[Network, Input(2), {layers}] partial class Net {{ {method} }}", "NG0111");

    [Theory]
    [InlineData("(x < 0 ? -1 : 1) * MathF.Sqrt(MathF.Abs(x))")]
    [InlineData("x > 0 ? x : (x < -1 ? -1 : 0)")]
    [InlineData("(x > 0 ? 1 : x > -1 ? 2 : 3) * x")]
    public void AChoiceOfIntegersIsANumber(string body) => Expect.Clean(
        $"using System; using NetGen;\n[Network, Input(2), Dense(2), Activation(nameof(F))] partial class Net {{ static float F(float x) => {body}; }}");

    [Theory]
    [InlineData("static float F(float x, float y) => x + y; static float F(float x) => 2 * x;")]
    [InlineData("float F() => 1; static float F(float x, float y, float z) => x + y + z; static float F(float x) => 2 * x;")]
    public void OfSeveralMethodsTheOneThatFitsIsRead(string methods) => Expect.Clean(
        $"using NetGen;\n[Network, Input(2), Dense(2), Activation(nameof(F))] partial class Net {{ {methods} }}");

    [Theory]
    [InlineData("static float F(float x) => x + [|new Random().NextSingle()|];")]
    [InlineData("static float F(float x) => G(x); static float G(float x) [|{ return x; }|]")]
    public void TheConstructIsTheSecondPlace(string methods)
    {
        var source = MarkedSource.Parse($"using System; using NetGen;\n[Network, Input(2), Activation(nameof(F))] partial class Net {{ {methods} }}");

        var diagnostic = Assert.Single(TestRun.Of(source.Text).Analyzer);
        Assert.Equal(source.Spans, diagnostic.AdditionalLocations.Select(location => location.SourceSpan));
    }

    [Theory]
    [InlineData("[Network, Input(2), Dense(1), Activation([|\"Missing\"|])] partial class Net;", "Activation 'activation1' needs a static method 'Missing' in the network's class, its base classes or the types around it; there is none")]
    [InlineData("[Network, Input(2), Dense(1), Loss([|nameof(Other.F)|])] partial class Net; static class Other { public static float F(float x, float y) => x; }")]
    [InlineData("[Network, Input(2), Dense(1), Loss([|null!|])] partial class Net;")]
    public void AMethodThatIsNotThere(string source, string? message = null) => Expect.Diagnostic("using NetGen;\n" + source, "NG0302", message);

    [Theory]
    [InlineData("{0} partial class Net {{ static float F(float x) => x; static float L(float p, float t) => (p - t) * (p - t); }}")]
    [InlineData("{0} partial class Net {{ static double F(double x) => x; static double F(double x, double y) => y; static float L(float p, float t) => p - t; }}")]
    [InlineData("class Base {{ protected static float F(float x) => x; protected static float L(float p, float t) => p - t; }} {0} partial class Net : Base;")]
    [InlineData("partial class Outer {{ static float F(float x) => x; static float L(float p, float t) => p - t; {0} partial class Net; }}")]
    [InlineData("class Base {{ protected static float F(float x) => x; }} partial class Outer : Base {{ static float L(float p, float t) => p - t; {0} partial class Net; }}")]
    public void MethodsAreFoundWhereANameIsLookedUp(string format) => Expect.Clean(
        "using NetGen;\n" + string.Format(
            System.Globalization.CultureInfo.InvariantCulture, format, "[Network, Input(2), Dense(1), Activation(nameof(F)), Loss(nameof(L))]"));
}
