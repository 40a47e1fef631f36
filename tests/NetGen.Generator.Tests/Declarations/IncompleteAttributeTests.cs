using System.Linq;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Declarations;

/// <summary>Attributes that do not compile: the compiler's error stands alone, and the public members stay.</summary>
public sealed class IncompleteAttributeTests
{
    [Theory]
    [InlineData("Dense(", "CS1026")]
    [InlineData("Dense()", "CS7036")]
    [InlineData("Dense(\"3\")", "CS1503")]
    [InlineData("Dense(3, 4)", "CS1729")]
    [InlineData("Dense(Unknown)", "CS0103")]
    [InlineData("Dense(int.Parse(\"3\"))", "CS0182")]
    [InlineData("Dense(3, Nam = \"a\")", "CS0246")]
    [InlineData("Dense(3, Name = 1)", "CS0029")]
    [InlineData("Dense(3, Units = 1)", "CS0617")]
    [InlineData("Dense(3, L1 = )", "CS1525")]
    [InlineData("Dens(3)", "CS0246")]
    [InlineData("Add(\"a\", 1)", "CS1503")]
    [InlineData("Add([\"a\", Unknown])", "CS0103")]
    [InlineData("Reshape(new[] { 1, Unknown })", "CS0103")]
    [InlineData("Activation(nameof(Missing))", "CS0103")]
    [InlineData("Dense(3.0)", "CS1503")]
    [InlineData("Dense(3L)", "CS1503")]
    [InlineData("Dense(null)", "CS1503")]
    [InlineData("Dense(typeof(int))", "CS1503")]
    [InlineData("Dense(new[] { 3 })", "CS1503")]
    [InlineData("Dense(Init.Zeros)", "CS1503")]
    [InlineData("Dense(3, Bias = 1)", "CS0029")]
    [InlineData("Dense(3, L1 = \"1\")", "CS0029")]
    [InlineData("Dense(3, WeightInit = Precision.Double)", "CS0266")]
    [InlineData("Dense(3, WeightInit = 1)", "CS0266")]
    [InlineData("Dense(3, Name = new[] { \"a\" })", "CS0029")]
    [InlineData("Dense(99999999999)", "CS1503")]
    [InlineData("Dense(3, Name = \"a\", Name = \"b\")", "CS0643")]
    [InlineData("Concat(new object[] { \"a\", 1 })", "CS1503")]
    [InlineData("Dropout(\"0.5\")", "CS1503")]
    [InlineData("Block<", "CS1031")]
    [InlineData("Block<>", "CS7003")]
    [InlineData("Block<Missing>", "CS0246")]
    [InlineData("Block<int>", "CS0452")]
    [InlineData("Block<Unit>(Repeat = )", "CS1525")]
    [InlineData("Pad(1, Value = )", "CS1525")]
    public void TheCompilersErrorStandsAlone(string layer, string error)
    {
        var run = TestRun.Of($$"""
            using NetGen;
            [Network, Input(2), Dense(3), {{layer}}]
            partial class Net;
            class User { public static void Use() => new Net(seed: 1).Predict([1, 2], new float[3]); }
            [Network(IsBlock = true), Input(3), ReLU] class Unit;
            """);

        Assert.Empty(run.Analyzer);
        Assert.Empty(run.Generator);
        Assert.Contains(error, run.Compiler.Select(diagnostic => diagnostic.Id));
        Assert.DoesNotContain(run.Compiler, diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line is 3 or 4);
    }

    /// <summary>A comma behind the last element is C#, so the array is one of too few numbers.</summary>
    [Fact]
    public void AnArrayWhoseNextElementIsToBeTyped() => Expect.Diagnostic(
        "using NetGen;\n[Network, Input(2, 4, 4), Conv2D(4, 3, Strides = [|new[] { 1, }|])] partial class Net;",
        "NG0202",
        "Strides of Conv2D 'conv2d1' must be 2 numbers, one for each axis; it is 1");
}
