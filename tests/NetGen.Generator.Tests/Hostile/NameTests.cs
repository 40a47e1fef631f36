using System;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Declarations;
using NetGen.Generator.Layers;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>Names of layers, columns and classes that mean something else in C#, or nothing.</summary>
public sealed class NameTests
{
    private static readonly string[] Odd =
    [
        "\\\"", "\\n", "\\r\\n", "a\\\"b", "a\\nb", "\\0", "\\u2028", "{0}", "{", "</summary>", "<see cref=\\\"X\\\"/>", "*/", "//", "&amp;", "\\\\", "$", "%s",
        "a'b", "é", "e\\u0301", "Ω", "神経", "\\uD83D\\uDE00", "\\u200D", "\\uFEFF", "_", "__", "a__b", "_1", "1", "١", "_١", "a١",
    ];

    public static TheoryData<string> Keywords => [.. Enum.GetValues<SyntaxKind>()
        .Where(kind => SyntaxFacts.IsKeywordKind(kind) || SyntaxFacts.IsContextualKeyword(kind))
        .Select(SyntaxFacts.GetText).Where(text => LayerNames.IsName(text) && text != "var").Distinct().Order(StringComparer.Ordinal).Chunk(16).Select(chunk => string.Join(' ', chunk))];

    public static TheoryData<string> OddNames => [.. Odd];

    /// <summary>Names of what emitted code uses, and of types that its names could hide; a class must not be named as one of its members, such as <c>Loss</c>.</summary>
    public static TheoryData<string> Taken => new(
        "System NetGen Math MathF Vector Unsafe MemoryMarshal Span ReadOnlySpan Lanes Rows Philox Workspace WorkspacePool ParameterStore ParameterBuffer".Split(' ')
            .Chunk(4).Select(chunk => string.Join(' ', chunk))
            .Concat(LayerCatalogue.Kinds.Keys.Except(["Loss"]).Chunk(8).Select(chunk => string.Join(' ', chunk))));

    [Theory]
    [MemberData(nameof(Keywords))]
    public void KeywordsNameEverything(string keywords)
    {
        foreach (var name in keywords.Split(' '))
        {
            Expect.Clean(Everything(name, "@" + name));
        }
    }

    [Theory]
    [MemberData(nameof(OddNames))]
    public void OddNamesAreRefusedOrTaken(string name)
    {
        var run = TestRun.Of(Everything(name, "Net"));

        Assert.Empty(run.Generator);
        Assert.All(run.Analyzer, diagnostic => Assert.Equal("NG0204", diagnostic.Id));
        Assert.Empty(run.Compiler);
    }

    [Theory]
    [InlineData("partial class @var;")]
    [InlineData("partial class Net; class @var;")]
    [InlineData("partial class Net; struct @nuint;")]
    public void TypesNamedAsThoseOfTheLanguageAreRefused(string types) =>
        Assert.Equal(["NG0006"], TestRun.Of($"using NetGen;\n[Network, Input(3), Dense(2)] {types}").Analyzer.Select(diagnostic => diagnostic.Id));

    [Theory]
    [InlineData("namespace Vector { class C; } namespace Span { class C; }")]
    [InlineData("class Vector; class Span; class Unsafe; class MemoryMarshal; class Workspace; class Math;")]
    [InlineData("namespace A { class Vector; class Span; class Rows; class Batch; namespace Math { class C; } }")]
    [InlineData("namespace A.B { interface Vector; delegate void Span(); enum ReadOnlySpan { None } namespace Lanes { class C; } }")]
    public void TypesAndNamespacesAroundTheNetwork(string source) => Expect.Clean(source + """

        namespace A.B
        {
            using global::NetGen;
            [Network, Input(3), Dense(2), Dropout(0.5), GELU, SquaredError]
            partial class Net;
        }
        """);

    /// <summary>The namespace of the network, or types around it, named as what emitted code uses.</summary>
    [Theory]
    [InlineData("namespace #; using global::NetGen; ")]
    [InlineData("namespace #.A; using global::NetGen; ")]
    [InlineData("namespace A.#.B; using global::NetGen; ")]
    [InlineData("namespace A; using global::NetGen; partial class # { @}")]
    [InlineData("namespace A; using global::NetGen; partial struct # { partial interface B { @} }")]
    [InlineData("using global::NetGen; namespace A { partial record Outer { partial class # { @} } }")]
    public void PlacesNamedAsWhatEmittedCodeUses(string place)
    {
        const string network = "[Network, Input(3), Dense(2), Dropout(0.5), GELU, Sparsemax, SquaredError] partial class Net; ";
        foreach (var name in EmittedTypes.FullNames.Keys)
        {
            var source = place.Replace("#", name, StringComparison.Ordinal);
            Expect.Clean(source.Contains('@', StringComparison.Ordinal) ? source.Replace("@", network, StringComparison.Ordinal) : source + network);
        }
    }

    /// <summary>Global usings, and types that somebody puts into our namespaces.</summary>
    [Theory]
    [InlineData("global using My; namespace My { #class N; }")]
    [InlineData("global using My; namespace My { #struct N<T>; }")]
    [InlineData("global using static My.Holder; namespace My { class Holder { #public class N; } }")]
    [InlineData("#global using N = System.Text.StringBuilder;")]
    [InlineData("namespace NetGen.Numerics { #class N; }")]
    public void TypesThatOtherFilesBringIn(string source)
    {
        var start = source.IndexOf('#', StringComparison.Ordinal);
        var part = source[(start + 1)..(source.IndexOf(';', start) + 1)];
        var names = EmittedTypes.FullNames.Where(name => !source.Contains("NetGen.Numerics", StringComparison.Ordinal) || !name.Value.Contains("NetGen.Numerics", StringComparison.Ordinal));
        var all = string.Concat(names.Select(name => part.Replace("N", name.Key, StringComparison.Ordinal)));
        var run = TestRun.Of(
            source[..start] + all + source[(start + 1 + part.Length)..],
            "using NetGen;\n[Network, Input(3), Dense(2), Dropout(0.5), GELU, Sparsemax, SquaredError] partial class Net;",
            "namespace B { using global::NetGen; [Network, Input(3), Dense(2), Dropout(0.5), GELU, Sparsemax, SquaredError] partial class Net; }");

        Assert.Empty(run.Analyzer);
        Assert.Empty(run.Generator);
        Assert.Empty(run.Compiler);
    }

    [Fact]
    public void MembersOfABaseClassMakeKernelsGiveWay() => Expect.Clean("""
        using NetGen;
        class Root { public const int Dense1Gradient = 1; internal static void GELU1() { } }
        class Base : Root { protected const int Dense1 = 1; private const int Dropout1 = 1; protected class Dense1WeightPanels; }
        [Network, Input(3), Dense(2), Dropout(0.5), GELU, SquaredError] partial class Net : Base;
        """);

    [Theory]
    [MemberData(nameof(Taken))]
    public void NamesOfWhatEmittedCodeUses(string names)
    {
        foreach (var name in names.Split(' '))
        {
            Expect.Clean($"namespace A;\n{Everything(name, name).Replace("using NetGen;", "using global::NetGen;", StringComparison.Ordinal)}");
        }
    }

    /// <summary>A network in which all that can have a name has the same one, as far as names may be the same.</summary>
    private static string Everything(string name, string className) => $$"""
        using NetGen;
        [Network, Input(3, Name = "x"), Input(2, Name = "{{name}}"), Dense(2, From = "x"), ReLU, Add("{{name}}"), Output(Name = "{{name}}"), SquaredError(Target = "t{{name}}")]
        partial class {{className}};
        [Network, Input(3), Dense(2, Name = "{{name}}"), Dropout(0.5), Dense(3, Name = "second"), SoftmaxCrossEntropy(Target = "{{name}}")]
        partial class Second;
        [Network, Input(3), Dense(3), SquaredError(Name = "{{name}}"), Softplus, Huber(Name = "other", Target = "{{name}}")]
        partial class Third;
        """;
}
