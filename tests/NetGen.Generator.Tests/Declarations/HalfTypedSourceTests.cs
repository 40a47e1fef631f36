using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Declarations;

/// <summary>Source as it is while someone types: neither generator nor analyzer may throw, no error may lie in generated code, and NetGen leaves half-typed attributes to the compiler.</summary>
public sealed class HalfTypedSourceTests
{
    private const string Nested = """
        using NetGen;
        namespace A.B;
        partial class Outer
        {
            [Network(Precision = Precision.Double, L2 = 1e-4)]
            [Input(new[] { 2, 3 }, Name = "x"), Flatten]
            [Dense(4, WeightInit = Init.HeNormal, Bias = true), Activation(nameof(Swish))]
            [Concat("x1", names: "x")]
            [Dense(3, TiedTo = "dense1"), SoftmaxCrossEntropy(TargetKind = TargetKind.Distribution)]
            public sealed partial class Net
            {
                static double Swish(double x) => x / (1 + System.Math.Exp(-x));
            }
        }
        """;

    /// <summary>Several inputs, outputs and losses, one of them an own one.</summary>
    private const string SeveralLosses = """
        using NetGen;
        [Network, Input(2, Name = "a"), Input(3, Name = "b"), Concat("a", "b"), Dropout(0.5, Name = "both")]
        [Dense(4, From = "both"), Output(Name = "class"), SoftmaxCrossEntropy(Weight = 0.5, Target = "label")]
        [Dense(2, From = "both"), Output(Name = "value"), Loss(nameof(Distance), Target = "far")]
        internal partial class @class
        {
            private static float Distance(float prediction, float target) { return prediction > target ? prediction - target : Twice(target); }
            private static float Twice(float x) => 2f * x;
        }
        """;

    /// <summary>Images, normalisation, and a block: what is wrong in its class is for that to say.</summary>
    private const string Blocks = """
        using NetGen;
        [Network, Input(2, 4, 4), Conv2D(4, 3, Strides = new[] { 1, 2 }, Padding = 1), BatchNorm]
        [Block<Unit>(Repeat = 2), LayerNorm(Axes = 3), SquaredError]
        partial class Net;
        [Network(IsBlock = true), Input(4, 4, 2), BatchNorm(Momentum = 0.5), Add("input")]
        internal sealed class Unit;
        """;

    private static readonly string[] Samples = [Nested, SeveralLosses, Blocks];

    public static TheoryData<int> Slices => [.. Enumerable.Range(0, SliceCount)];

    private const int SliceCount = 8;

    [Theory]
    [MemberData(nameof(Slices))]
    public void CutOffAnywhere(int slice) =>
        CheckAll(sample => Enumerable.Range(0, sample.Length).Select(length => sample[..length]), slice);

    [Theory]
    [MemberData(nameof(Slices))]
    public void WithoutAnyOneToken(int slice) =>
        CheckAll(sample => Tokens(sample).Select(token => sample.Remove(token.Start, token.Length)), slice);

    [Theory]
    [MemberData(nameof(Slices))]
    public void WithAnyOneTokenTwice(int slice) =>
        CheckAll(sample => Tokens(sample).Select(token => sample.Insert(token.End, " " + sample[token.Start..token.End])), slice);

    [Theory]
    [MemberData(nameof(Slices))]
    public void WithAnyOneTokenReplaced(int slice) =>
        CheckAll(
            sample => Tokens(sample).SelectMany(token => new[] { "null", "-1", "x", "\"\"", "[" }
                .Select(text => sample.Remove(token.Start, token.Length).Insert(token.Start, text))),
            slice);

    private static IEnumerable<Microsoft.CodeAnalysis.Text.TextSpan> Tokens(string sample) =>
        CSharpSyntaxTree.ParseText(sample).GetRoot().DescendantTokens().Select(token => token.Span).Where(span => !span.IsEmpty);

    private static void CheckAll(Func<string, IEnumerable<string>> variants, int slice)
    {
        foreach (var source in Samples.SelectMany(variants).Where((_, i) => i % SliceCount == slice))
        {
            var run = TestRun.Of(source);
            Assert.True(run.Generator.IsEmpty, $"{source}\n{string.Join("\n", run.Generator)}");
            Assert.True(run.Analyzer.All(diagnostic => diagnostic.Id is not ("NG0999" or "AD0001")), $"{source}\n{string.Join("\n", run.Analyzer)}");
            var inGenerated = ErrorsInGeneratedFiles(run);
            Assert.True(inGenerated.Length == 0, $"{source}\n{string.Join("\n", inGenerated.AsEnumerable())}");
        }
    }

    private static Diagnostic[] ErrorsInGeneratedFiles(TestRun run) =>
    [
        .. run.Compilation.SyntaxTrees.Where(tree => run.Generated.Any(file => file.SyntaxTree == tree))
            .SelectMany(tree => run.Compilation.GetSemanticModel(tree).GetDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
    ];
}
