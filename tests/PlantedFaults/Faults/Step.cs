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

    private const string Snapshots = "NetGen.Generator.Tests.Snapshots.";

    /// <summary>
    /// All tests, those of meaning first. Snapshots come last: they notice every change and say of none that it is wrong. Left
    /// out are tests of the catalogue, which fail wherever a fault is planted.
    /// </summary>
    public static IReadOnlyList<Step> All { get; } =
    [
        Random(100),
        new(Compiler, $"FullyQualifiedName!~PlantedFaultTests&FullyQualifiedName!~{Snapshots}"),
        new("NetGen.Tests", string.Empty),
        new(Compiler, $"FullyQualifiedName~{Snapshots}"),
    ];

    /// <summary>Whether only the generated text is compared.</summary>
    public bool IsSnapshot => Filter == $"FullyQualifiedName~{Snapshots}";

    /// <summary>Tests of the compiler in classes of these names.</summary>
    public static Step Of(params IEnumerable<string> classes) => new(Compiler, Classes(classes));

    /// <summary>Tests of the runtime in classes of these names.</summary>
    public static Step OfRuntime(params IEnumerable<string> classes) => new("NetGen.Tests", Classes(classes));

    /// <summary>Random networks from the first seed on, every check of each.</summary>
    public static Step Random(int count) =>
        new("RandomNetworks", null, string.Create(CultureInfo.InvariantCulture, $"--count {count} --seed 1 --no-shrink"));

    /// <summary>What the step runs, for people.</summary>
    public override string ToString() => Filter is null ? $"{Project} {Arguments}" : $"{Project} {Filter}".TrimEnd();

    private static string Classes(IEnumerable<string> classes) => string.Join('|', classes.Select(name => $"FullyQualifiedName~.{name}."));
}
