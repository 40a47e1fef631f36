using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Tests.Testing;
using NetGen.RandomNetworks.Declarations;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>Sizes whose products overflow: a diagnostic, and the members that users call stay.</summary>
public sealed class OverflowTests
{
    private static readonly string[] Sizes =
        ["0", "-1", "int.MinValue", "int.MaxValue", "int.MaxValue - 15", "65536", "46341", "1 << 30", "268435456", "268435457"];

    /// <summary>Every argument that is a size, an axis or a count.</summary>
    private static readonly string[] Layers =
    [
        "Input(#), Dense(2)", "Input(#, #), Dense(2)", "Input(2, #, #, #), Flatten", "Input(2), Dense(#)", "Input(#), Dense(#)",
        "Input(#), Dense(2), Dense(#)", "Input(2), Reshape(#)", "Input(2), Reshape(#, #)", "Input(2), Reshape(-1, #)", "Input(2), Reshape(#, #, -1)",
        "Input(#), Reshape(#)", "Input(#, 2), Reshape(2, -1)", "Input(2), Maxout(#)", "Input(#), Maxout(#)", "Input(2), PReLU(#)", "Input(#), PReLU(#)",
        "Input(2), Concat(\"input\", Axis = #)", "Input(#), Concat(\"input\", \"input\", \"input\")", "Input(2), Softmax(Axis = #)",
        "Input(2), LogSoftmax(Axis = #)", "Input(2), Dense(2), SoftmaxCrossEntropy(TargetKind = (TargetKind)(#))", "Input(#), SparsemaxLoss",
        "Input(2), Dense(2, WeightInit = (Init)(#))", "Input(#), Dense(1), Output, Dense(#, TiedTo = \"dense1\", Transposed = true)",
        "Input(#), Dropout(0.5), SquaredError", "Input(#), GaussianNoise(1), MeanAbsoluteError", "Input(#), Sparsemax, SquaredError",
    ];

    private static readonly string[] Extremes = ["int.MaxValue", "int.MinValue", "1 << 30", "65536", "0", "-1"];

    /// <summary>Arrays of such numbers.</summary>
    private static readonly string[] Forms = ["#", "#, #", "1, #"];

    /// <summary>What the layers of the catalogue take, and the numbers of those arguments that are not extreme: of each kind the first with which it is right.</summary>
    private static readonly (string Input, string Small)[] Places =
        [("Input(2, 4, 4)", "2"), ("Input(2, 4, 4)", "1"), ("Input(2, 4)", "2"), ("Input(2, 4)", "1"), ("Input(2)", "2"), ("Input(2)", "1")];

    public static TheoryData<string> All => [.. Layers];

    /// <summary>The kinds of layers of the catalogue that have a number; those that name own methods have none.</summary>
    public static TheoryData<string> Kinds => [.. LayerKind.All.Where(kind => Numbers(kind).Length > 0).Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void EitherADiagnosticOrCode(string layers)
    {
        foreach (var size in Sizes)
        {
            Check($"using NetGen;\n[Network, {layers.Replace("#", size, StringComparison.Ordinal)}] partial class Net;");
        }
    }

    /// <summary>Every number of every layer of the catalogue, each by itself and all of them together.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryNumberOfEveryLayer(string name)
    {
        var kind = LayerKind.All.First(candidate => candidate.Name == name);
        var numbers = Numbers(kind);

        // A new kind that is right in none of the places needs one of its own.
        var place = Places.First(candidate => IsRight(Source(kind, candidate.Input, candidate.Small, [], string.Empty, string.Empty)));
        var sources =
            from extreme in Extremes
            from changed in numbers.Select(number => new[] { number }).Append(numbers)
            from form in Forms.Take(changed.Any(number => number.Type == typeof(int[])) ? Forms.Length : 1)
            select Source(kind, place.Input, place.Small, changed, extreme, form.Replace("#", extreme, StringComparison.Ordinal));
        foreach (var source in sources.Distinct())
        {
            Check(source);
        }
    }

    private static ArgumentKind[] Numbers(LayerKind kind) =>
        [.. kind.Positional.Concat(kind.Named).Where(argument => argument.Type == typeof(int) || argument.Type == typeof(int[]))];

    /// <summary>A network with a layer of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="input">What it takes.</param>
    /// <param name="small">The numbers that its constructor needs.</param>
    /// <param name="changed">The arguments that get others.</param>
    /// <param name="extreme">The number for those that are one.</param>
    /// <param name="extremes">The numbers for those that are an array.</param>
    private static string Source(LayerKind kind, string input, string small, IReadOnlyCollection<ArgumentKind> changed, string extreme, string extremes)
    {
        var positional = kind.Positional.Select(argument =>
            argument.Type == typeof(string) || argument.Type == typeof(string[]) ? "\"input\""
            : argument.Type != typeof(int) && argument.Type != typeof(int[]) ? "default"
            : !changed.Contains(argument) ? small
            : argument.Type == typeof(int) ? extreme
            : extremes);
        var named = kind.Named.Where(argument => changed.Contains(argument))
            .Select(argument => argument.Type == typeof(int) ? $"{argument.Name} = {extreme}" : $"{argument.Name} = new[] {{ {extremes} }}");
        var name = kind.IsBlock ? $"{kind.Name}<Unit>" : kind.Name;
        return $"""
            using NetGen;
            [Network, {input}, Identity, {name}({string.Join(", ", positional.Concat(named))})] partial class Net;
            [Network(IsBlock = true), Input(2, 4, 4), ReLU] class Unit;
            """;
    }

    private static bool IsRight(string source) => TestRun.Of(source).Analyzer.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);

    private static void Check(string source)
    {
        var run = TestRun.Of(source);
        var wrong = run.Analyzer.Where(diagnostic => diagnostic.Id is "NG0999" or "AD0001").Concat(run.Generator).Concat(run.Compiler).ToArray();

        Assert.True(wrong.Length == 0, $"{source}\n{string.Join("\n", wrong.AsEnumerable())}");
    }
}
