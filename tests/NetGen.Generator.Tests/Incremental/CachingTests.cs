using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace NetGen.Generator.Tests.Incremental;

/// <summary>What an edit runs again: nothing that it does not touch.</summary>
public sealed class CachingTests
{
    private const string Networks = """
        using NetGen;

        [Network, Input(2), Dense(3), Activation(nameof(Swish)), Dense(1), SquaredError]
        partial class First
        {
            static float Swish(float x) => x / (1 + System.MathF.Exp(-x));
        }

        [Network, Input(4), Dense(2), SoftmaxCrossEntropy]
        partial class Second;
        """;

    private const string Other = "class Other { int M() => 1; }";

    [Fact]
    public void AtFirstEverythingIsNew()
    {
        var run = new IncrementalRun(Networks, Other);

        Assert.Equal([New, New], run.Reasons(NetworkGenerator.DeclarationStep));
        Assert.Equal([New, New], run.Reasons(NetworkGenerator.SourceStep));
        Assert.Equal(2, run.Files.Count());
    }

    [Fact]
    public void AnEditInAnotherFileRunsNothing()
    {
        var run = new IncrementalRun(Networks, Other);
        run.Edit(1, text => text.Replace("1", "2", StringComparison.Ordinal));

        AssertNothingRan(run);
    }

    /// <summary>The network that the block is a part of is in a file that nobody touched, and is compiled anew; the other one is not.</summary>
    [Fact]
    public void AnEditOfABlockRunsTheNetworksAroundIt()
    {
        var run = new IncrementalRun(
            "using NetGen; [Network, Input(2), Block<Unit>, SquaredError] partial class First; [Network, Input(4), Dense(2)] partial class Second;",
            "using NetGen; [Network(IsBlock = true), Input(2), Dense(2)] class Unit;");
        run.Edit(1, text => text.Replace("Dense(2)", "Dense(3)", StringComparison.Ordinal));

        Assert.Equal([Modified, Unchanged, Modified], run.Reasons(NetworkGenerator.DeclarationStep));
        Assert.Equal(2, run.Files.Count());
    }

    [Fact]
    public void ANewFileRunsNothing()
    {
        var run = new IncrementalRun(Networks, Other);
        run.Add("class Third { }");

        AssertNothingRan(run);
    }

    [Theory]
    [InlineData("using NetGen;", "using NetGen;\n\n// A comment that shifts all lines.\n\n")]
    [InlineData("using NetGen;", "using NetGen; class Between { int i = 1; }\n")]
    [InlineData("partial class Second;", "partial class Second;\n\nclass After { }")]
    [InlineData("[Network, Input(2), Dense(3)", "[ Network,\n    Input( 2 ), /* why */ Dense(units: 1 + 2)")]
    [InlineData("x / (1 +", "x  /  (1f +")]
    public void AnEditThatChangesNoDeclarationCompilesNothing(string before, string after)
    {
        var run = new IncrementalRun(Networks, Other);
        run.Edit(0, text => text.Replace(before, after, StringComparison.Ordinal));

        AssertNothingRan(run);
    }

    [Fact]
    public void AnEditOfAnArgumentCompilesThatNetworkOnly()
    {
        var run = new IncrementalRun(Networks, Other);
        run.Edit(0, text => text.Replace("Dense(2)", "Dense(5)", StringComparison.Ordinal));

        Assert.Equal([Unchanged, Modified], run.Reasons(NetworkGenerator.DeclarationStep));
        Assert.Equal([Cached, Modified], run.Reasons(NetworkGenerator.SourceStep));
        Assert.Equal([Modified, Cached], run.FileReasons.Order());
        Assert.Contains("OutputSize = 5", run.Files.Last().SourceText.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditOfAnOwnMethodCompilesItsNetworkOnly()
    {
        var run = new IncrementalRun(Networks, Other);
        run.Edit(0, text => text.Replace("(1 + System", "(2 + System", StringComparison.Ordinal));

        Assert.Equal([Modified, Unchanged], run.Reasons(NetworkGenerator.DeclarationStep));
        Assert.Equal([Modified, Cached], run.Reasons(NetworkGenerator.SourceStep));
    }

    [Fact]
    public void AConstantInAnotherFileIsPartOfTheDeclaration()
    {
        var run = new IncrementalRun(Networks.Replace("Dense(2)", "Dense(Sizes.Units)", StringComparison.Ordinal), "static class Sizes { public const int Units = 2; }");
        run.Edit(1, text => text.Replace("2", "6", StringComparison.Ordinal));

        Assert.Equal([Unchanged, Modified], run.Reasons(NetworkGenerator.DeclarationStep));
        Assert.Equal([Cached, Modified], run.Reasons(NetworkGenerator.SourceStep));
    }

    [Fact]
    public void ANewNetworkLeavesTheOthersAlone()
    {
        var run = new IncrementalRun(Networks, Other);
        run.Add("using NetGen; [Network, Input(2), Dense(1)] partial class Third;");

        Assert.Equal([Unchanged, Unchanged, New], run.Reasons(NetworkGenerator.DeclarationStep));
        Assert.Equal([Cached, Cached, New], run.Reasons(NetworkGenerator.SourceStep));
        Assert.Equal([New, Cached, Cached], run.FileReasons.Order());
    }

    [Fact]
    public void AnErrorIsCachedToo()
    {
        var run = new IncrementalRun(Networks.Replace("Dense(2)", "Dense(0)", StringComparison.Ordinal), Other);
        run.Edit(0, text => "// A shift of lines.\n" + text);

        AssertNothingRan(run);
    }

    [Fact]
    public void AnotherReferenceRunsNothing()
    {
        var run = new IncrementalRun(Networks, Other);
        run.Run(run.Compilation.AddReferences(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));

        AssertNothingRan(run);
    }

    private static void AssertNothingRan(IncrementalRun run)
    {
        Assert.Equal([Unchanged, Unchanged], run.Reasons(NetworkGenerator.DeclarationStep));
        Assert.Equal([Cached, Cached], run.Reasons(NetworkGenerator.SourceStep));
        Assert.Equal([Cached, Cached], run.FileReasons);
    }
}
