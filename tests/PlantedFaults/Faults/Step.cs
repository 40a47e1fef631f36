using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Some tests of one project.</summary>
/// <param name="Project">The folder of the project in <c>tests</c>.</param>
/// <param name="Filter">Which of its tests, as <c>dotnet test --filter</c> takes it; null where the project is a program.</param>
/// <param name="Arguments">The arguments of the program.</param>
internal sealed record Step(string Project, string? Filter, string Arguments = "")
{
    private const string Compiler = "NetGen.Generator.Tests";

    // Comparisons of emitted text: they notice every change and say of none that it is wrong.
    private static readonly string[] s_texts =
    [
        "NetGen.Generator.Tests.Snapshots.",
        "VectorPrinterTests.PrintsWhatAPersonWouldWrite", "VectorPrinterTests.CommonPartsBecomeLocals", "VectorPrinterTests.SeveralResultsShareTheirParts",
    ];

    /// <summary>
    /// All tests, those of meaning first and comparisons of texts last. Left out are tests of the catalogue, which fail
    /// wherever a fault is planted.
    /// </summary>
    public static IReadOnlyList<Step> All { get; } =
    [
        Random(100),
        new(Compiler, $"FullyQualifiedName!~PlantedFaultTests&{NoTexts}"),
        new("NetGen.Tests", string.Empty),
        new(Compiler, string.Join('|', s_texts.Select(name => $"FullyQualifiedName~{name}"))) { IsText = true },
    ];

    private static string NoTexts => string.Join('&', s_texts.Select(name => $"FullyQualifiedName!~{name}"));

    /// <summary>Whether only emitted text is compared.</summary>
    public bool IsText { get; private init; }

    /// <summary>Tests of the compiler in classes of these names, except those that compare texts.</summary>
    public static Step Of(params IEnumerable<string> classes) => new(Compiler, $"({Classes(classes)})&{NoTexts}");

    /// <summary>Tests of the runtime in classes of these names.</summary>
    public static Step OfRuntime(params IEnumerable<string> classes) => new("NetGen.Tests", Classes(classes));

    /// <summary>Random networks from the first seed on, every check of each.</summary>
    public static Step Random(int count) =>
        Random(count, "1");

    /// <summary>Random networks.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed of the first.</param>
    public static Step Random(int count, string seed) =>
        new("RandomNetworks", null, string.Create(CultureInfo.InvariantCulture, $"--count {count} --seed {seed} --no-shrink"));

    /// <summary>One test of this step, with any arguments.</summary>
    /// <param name="test">Its name behind that of its class.</param>
    public Step Only(string test) => this with { Filter = $"FullyQualifiedName~.{test}" };

    /// <summary>What the step runs, for people.</summary>
    public override string ToString() => $"{Project} {Filter?.Replace("&" + NoTexts, string.Empty, StringComparison.Ordinal) ?? Arguments}".TrimEnd();

    private static string Classes(IEnumerable<string> classes) => string.Join('|', classes.Select(name => $"FullyQualifiedName~.{name}."));
}
