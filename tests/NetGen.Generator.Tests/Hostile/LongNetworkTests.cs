using System;
using System.Linq;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>Thousands of layers and terms, through the whole compiler: no stage may go deeper with each of them than the stack allows.</summary>
public sealed class LongNetworkTests
{
    [Theory]
    [InlineData("[Identity]", 3000)]
    [InlineData("[ReLU]", 3000)]
    [InlineData("[Sigmoid]", 1000)]
    [InlineData("[Add(\"input\")]", 1000)]
    [InlineData("[Dropout(0.5)]", 500)]
    [InlineData("[Softmax]", 500)]
    [InlineData("[Concat(\"input\"), Maxout(2)]", 300)]
    [InlineData("[Dense(2)]", 1000)]
    [InlineData("[LayerNorm]", 60)]
    [InlineData("[BatchNorm]", 60)]
    public void OneAfterTheOther(string layers, int count) => Expect.Clean(
        $"using NetGen;\n[Network, Input(2)]\n{string.Join("\n", Enumerable.Repeat(layers, count))}\n[SquaredError]\npartial class Net;");

    [Theory]
    [InlineData("[Conv2D(2, 1)]", 100)]
    [InlineData("[Conv2D(2, 1), BatchNorm, ReLU]", 50)]
    public void ImagesOneAfterTheOther(string layers, int count) => Expect.Clean(
        $"using NetGen;\n[Network, Input(2, 2, 2)]\n{string.Join("\n", Enumerable.Repeat(layers, count))}\n[SquaredError]\npartial class Net;");

    /// <summary>As often as a block may stand there.</summary>
    [Theory]
    [InlineData("Repeat = 1000")]
    [InlineData("Repeat = 1000, Shared = true")]
    public void ABlockAThousandTimes(string arguments) => Expect.Clean($$"""
        using NetGen;
        [Network, Input(2), Block<Unit>({{arguments}}), SquaredError] partial class Net;
        [Network(IsBlock = true), Input(2), Dense(2), Add("input")] class Unit;
        """);

    [Fact]
    public void SideBySide()
    {
        var names = Enumerable.Range(0, 400).Select(i => FormattableString.Invariant($"h{i}")).ToArray();
        var layers = string.Concat(names.Select((name, i) => FormattableString.Invariant($"[LeakyReLU(0.{i + 1:D4}, From = \"input\", Name = \"{name}\")]\n")));

        // Different slopes: equal layers would be one.
        Expect.Clean($"using NetGen;\n[Network, Input(2)]\n{layers}[Add({string.Join(", ", names.Select(name => $"\"{name}\""))}), SquaredError]\npartial class Net;");
    }

    [Theory]
    [InlineData("x + ", 200)]
    [InlineData("MathF.Sin(", 100)]
    [InlineData("x > 0 ? x : ", 100)]
    public void LongMethods(string part, int count)
    {
        var body = string.Concat(Enumerable.Repeat(part, count)) + "x" + new string(')', part.EndsWith('(') ? count : 0);
        var run = TestRun.Of($"using System; using NetGen;\n[Network, Input(2), Activation(nameof(F)), SquaredError] partial class Net {{ static float F(float x) => {body}; }}");

        Assert.Empty(run.Generator);
        Assert.DoesNotContain(run.Analyzer, diagnostic => diagnostic.Id is not "NG0301");
        Assert.Empty(run.Compiler);
    }

    [Theory]
    [InlineData("x + ", 20000)]
    [InlineData("MathF.Sin(", 3000)]
    public void EndlessMethodsAreRefused(string part, int count)
    {
        var body = string.Concat(Enumerable.Repeat(part, count)) + "x" + new string(')', part.EndsWith('(') ? count : 0);
        var run = TestRun.Of($"using System; using NetGen;\n[Network, Input(2), Activation(nameof(F)), SquaredError] partial class Net {{ static float F(float x) => {body}; }}");

        Assert.Empty(run.Generator);
        Assert.All(run.Analyzer, diagnostic => Assert.Equal("NG0301", diagnostic.Id));
    }
}
