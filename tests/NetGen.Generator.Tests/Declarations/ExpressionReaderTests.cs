using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Declarations;
using NetGen.Generator.Expressions;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Declarations;

public class ExpressionReaderTests
{
    [Theory]
    // Arithmetic, constants, casts.
    [InlineData("float F(float x) => 2 * x + 1;", "2 * x0 + 1")]
    [InlineData("float F(float x, float y) => (x - y) / -(y);", "-((x0 - x1) / x1)")]
    [InlineData("float F(float x) => +x;", "x0")]
    [InlineData("float F(float x) => 0.1f * x;", "0.1 * x0")]
    [InlineData("double F(double x) => 0.1 * x;", "0.1 * x0")]
    [InlineData("float F(float x) => (float)(0.5 * (double)x);", "0.5 * x0")]
    [InlineData("float F(float x) => x * (1 / 2);", "0")]
    [InlineData("float F(float x) => x + Offset; const int Offset = 3;", "x0 + 3")]
    [InlineData("float F(float x) => x * Other.Slope; static class Other { public const float Slope = 0.01f; }", "0.01 * x0")]
    [InlineData("float F(float x) => x * MathF.PI;", "3.1415927 * x0")]
    [InlineData("double F(double x) => x * Math.E + double.PositiveInfinity;", "2.718281828459045 * x0 + inf")]
    [InlineData("float F(float x) => checked(x + 1);", "x0 + 1")]
    [InlineData("float F(float x) => ((x + 1));", "x0 + 1")]
    [InlineData("float F(float x) => 7;", "7")]
    // Conditions.
    [InlineData("float F(float x) => x > 0 ? x : 0.01f * x;", "select(x0 > 0, x0, 0.01 * x0)")]
    [InlineData("float F(float x) => x >= 1 && x <= 2 || !(x != 3) ? x : 7 * x;", "select((x0 >= 1 && x0 <= 2) || !(x0 != 3), x0, 7 * x0)")]
    [InlineData("float F(float x, float y) => x == y ? 1 : x < y ? 2 : 3;", "select(x0 == x1, 1, select(x0 < x1, 2, 3))")]
    [InlineData("float F(float x) => true ? x : 2;", "x0")]
    [InlineData("float F(float x) => x > 0 ? x : 0;", "max(x0, 0)")]
    // Functions.
    [InlineData("float F(float x) => MathF.Exp(x) + MathF.Log(x) + MathF.Sqrt(x) + MathF.Abs(x);", "exp(x0) + log(x0) + sqrt(x0) + abs(x0)")]
    [InlineData("double F(double x) => Math.Sin(x) * Math.Cos(x) * Math.Tanh(x);", "sin(x0) * cos(x0) * tanh(x0)")]
    [InlineData("float F(float x, float y) => MathF.Max(x, y) - MathF.Min(x, 1);", "max(x0, x1) - min(x0, 1)")]
    [InlineData("float F(float x) => Math.Clamp(x, -1, 1);", "min(max(x0, -1), 1)")]
    [InlineData("float F(float x) => MathF.Pow(x, 2) + MathF.Pow(x, -0.5f - 1f);", "x0 * x0 + pow(x0, -1.5)")]
    [InlineData("float F(float x) => float.Exp(x) + float.ExpM1(x) + float.LogP1(x);", "exp(x0) + expm1(x0) + log1p(x0)")]
    [InlineData("float F(float x) => MathF.Log(1 + x);", "log1p(x0)")]
    [InlineData("float F(float x) => MathF.Sign(x) * 2f;", "2 * sign(x0)")]
    [InlineData("float F(float x) => MathF.Sinh(x) / MathF.Cosh(x);", "tanh(x0)")]
    [InlineData("float F(float x) => MathF.Log(MathF.Cosh(x));", "x0 - 0.6931471805599453 + softplus(-2 * x0)")]
    [InlineData("float F(float x) => MathF.FusedMultiplyAdd(x, 3, 4);", "3 * x0 + 4")]
    // Stable forms.
    [InlineData("float F(float x) => x / (1 + MathF.Exp(-x));", "x0 * sigmoid(x0)")]
    [InlineData("float F(float x) => x * MathF.Tanh(MathF.Log(1 + MathF.Exp(x)));", "x0 * tanh(softplus(x0))")]
    // Calls.
    [InlineData("float F(float x) => x * Sigma(2 * x); static float Sigma(float z) => 1 / (1 + MathF.Exp(-z));", "x0 * sigmoid(2 * x0)")]
    [InlineData("float F(float x) => G(y: x, x: 1); static float G(float x, float y) => x - y;", "1 - x0")]
    [InlineData("float F(float x) => G(x); static float G(float x, float slope = 0.2f) => slope * x;", "0.2 * x0")]
    [InlineData("float F(float x) => Other.G(x); static class Other { public static float G(float x) => x + 1; }", "x0 + 1")]
    [InlineData("float F(float x) => G(G(x)); static float G(float x) => x + 1;", "x0 + 2")]
    public void ReadsExpressions(string members, string expected)
    {
        var reading = Read("static " + members);
        Assert.Null(reading.Failure);
        Assert.Equal(expected, ExpressionText.Print(reading.Function!.Body));
        Assert.Equal("F", reading.Function.Name);
    }

    [Theory]
    [InlineData("static float F(float x) { return x; }", "it has a block body; it must be a single expression after =>", "{ return x; }")]
    [InlineData("static float F(float x) { var y = x; return y; }", "it has a block body with a local declaration; it must be a single expression after =>", null)]
    [InlineData("static float F(float x) { for (var i = 0; i < 3; i++) x *= x; return x; }", "it has a block body with a loop; it must be a single expression after =>", null)]
    [InlineData("static float F(float x) { while (x > 1) x /= 2; return x; }", "it has a block body with a loop; it must be a single expression after =>", null)]
    [InlineData("static float F(float x) { if (x > 0) return x; return 0; }", "it has a block body with an if statement; it must be a single expression after =>", null)]
    [InlineData("static float F(float x) => MathF.Floor(x);", "it uses the method MathF.Floor", "MathF.Floor(x)")]
    [InlineData("static float F(float x) => (float)Math.Round(x);", "it uses the method Math.Round", "Math.Round(x)")]
    [InlineData("static float F(float x) => x + slope; static float slope = 2;", "it uses the field 'slope', which is not a constant", "slope")]
    [InlineData("static float F(float x) => x + Slope; static readonly float Slope = 2;", "it uses the field 'Slope', which is not a constant", "Slope")]
    [InlineData("static float F(float x) => x + Slope; static float Slope => 2;", "it uses the property 'Slope'", "Slope")]
    [InlineData("static float F(float x) => x % 2;", "it uses the operator %", "x % 2")]
    [InlineData("static float F(float x) => (int)x;", "it uses a conversion to int", "(int)x")]
    [InlineData("static float F(float x) => x switch { > 0 => x, _ => 0 };", "it uses a switch expression", null)]
    [InlineData("static float F(float x) => x is > 0 ? x : 0;", "it uses a pattern", "x is > 0")]
    [InlineData("static float F(float x) => x > 0 ? x : throw new Exception();", "it uses a throw expression", null)]
    [InlineData("static float F(float x) => x = 2;", "it uses an assignment", "x = 2")]
    [InlineData("static float F(float x) => x++;", "it uses an assignment", "x++")]
    [InlineData("static float F(float x) => MathF.Pow(x, x);", "it uses a power whose exponent is not a constant", "MathF.Pow(x, x)")]
    [InlineData("static float F(float x) => (new float[1])[0] + x;", "it uses an array element", "(new float[1])[0]")]
    [InlineData("static float F(float x) => x.GetHashCode();", "it uses the method float.GetHashCode", "x.GetHashCode()")]
    [InlineData("static float F(float x) => float.IsNaN(x) ? 0 : x;", "it uses the method float.IsNaN", null)]
    [InlineData("static float F(float x) => x > 0 == true ? 1 : 0;", "it uses the operator ==", "x > 0 == true")]
    [InlineData("static float F(float x) => F(x - 1);", "it calls itself", "F(x - 1)")]
    [InlineData("static float F(float x) => G(x); static float G(float x) => F(x);", "it calls 'F', which calls itself", "F(x)")]
    [InlineData("static float F(float x) => Environment.TickCount64 * x;", "it uses the property 'TickCount64'", "Environment.TickCount64")]
    [InlineData("static float F(float x) => BitConverter.Int32BitsToSingle(3) * x;", "it calls the method BitConverter.Int32BitsToSingle, whose source is not in this project", "BitConverter.Int32BitsToSingle(3)")]
    [InlineData("static float F(float x) => G(x); static float G(float x) { return x; }", "'G', which it calls, has a block body; it must be a single expression after =>", "{ return x; }")]
    [InlineData("static float F(float x) => G<int>(x); static float G<T>(float x) => x;", "'G', which it calls, is generic", "G<int>(x)")]
    [InlineData("static float F(float x) => G((int)2); static float G(int n) => n;", "'G', which it calls, has a parameter of type int, 'n', instead of float or double", null)]
    [InlineData("float F(float x) => x;", "it is not static", null)]
    [InlineData("static float F<T>(float x) => x;", "it is generic", null)]
    [InlineData("static int F(float x) => 1;", "it returns int instead of float or double", null)]
    [InlineData("static float F(int x) => x;", "it has a parameter of type int, 'x', instead of float or double", null)]
    [InlineData("static float F(ref float x) => x;", "it has a parameter passed by reference, 'x'", null)]
    [InlineData("static float F(float x) => ((Func<float, float>)(y => y))(x);", "it uses the method Func.Invoke", null)]
    [InlineData("static float F(float x) => missing + x;", "it uses code that does not compile", null)]
    [InlineData("static extern float F(float x);", "it has no body", null)]
    public void NamesWhatItCannotRead(string members, string failure, string? where)
    {
        var reading = Read(members);
        Assert.Null(reading.Function);
        Assert.Equal(failure, reading.Failure);
        Assert.NotNull(reading.Location);
        if (where is not null)
        {
            Assert.Equal(where, reading.Location.SourceTree!.GetText().ToString(reading.Location.SourceSpan));
        }
    }

    [Fact]
    public void TheResultIsEqualByValue()
    {
        const string Members = "static float F(float x) => x / (1 + MathF.Exp(-x));";
        Assert.Equal(Read(Members).Function, Read("/* elsewhere */ " + Members).Function);
        Assert.NotEqual(Read(Members).Function, Read("static float F(float x) => x;").Function);
    }

    [Fact]
    public void MethodsOfOtherFilesAreFollowed()
    {
        var compilation = TestCompilation.Create(Source("static float F(float x) => Far.G(x) + 1;"), "static class Far { public static float G(float x) => 3 * x; }");
        Assert.Equal("3 * x0 + 1", ExpressionText.Print(Read(compilation).Function!.Body));
    }

    [Fact]
    public void MethodsThatGrowWithoutBoundAreRefused()
    {
        var chain = string.Concat(Enumerable.Range(1, 30).Select(i => $"static float G{i}(float x) => G{i - 1}(x) * G{i - 1}(1 - x);\n"));
        var reading = Read("static float F(float x) => G30(x);\nstatic float G0(float x) => x;\n" + chain);
        Assert.Equal("it has more than 500 operations, with those of the methods it calls", reading.Failure);
    }

    private static FunctionReading Read(string members) => Read(TestCompilation.Create(Source(members)));

    private static FunctionReading Read(Compilation compilation)
    {
        var method = compilation.GetTypeByMetadataName("Net")!.GetMembers("F").OfType<IMethodSymbol>().Single();
        return ExpressionReader.Read(method, compilation, CancellationToken.None);
    }

    private static string Source(string members) => $"using System;\npartial class Net\n{{\n{members}\n}}\n";
}
