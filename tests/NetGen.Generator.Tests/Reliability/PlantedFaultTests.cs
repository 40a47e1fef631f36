using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NetGen.PlantedFaults.Faults;
using Xunit;

namespace NetGen.Generator.Tests.Reliability;

/// <summary>The catalogue of planted faults fits the sources as they are; that each fault is caught is a run of its own.</summary>
public sealed class PlantedFaultTests
{
    public static TheoryData<string> Names => [.. Catalogue.All.Select(fault => fault.Name)];

    [Fact]
    public void NamesAreUnique() => Assert.Equal(Catalogue.All.Count, Catalogue.All.Select(fault => fault.Name).Distinct().Count());

    [Fact]
    public void ThereAreFaultsOfManyKinds()
    {
        var kinds = Catalogue.All.Select(fault => fault.Kind).ToHashSet();
        Assert.True(kinds.Count >= 40);
        Assert.All(Enum.GetValues<FaultKind>(), kind => Assert.Contains(kind, kinds));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheOriginalTextOccursOnce(string name)
    {
        var fault = Catalogue.All.First(fault => fault.Name == name);
        var text = File.ReadAllText(Path.Combine(Root(), fault.File));
        Assert.NotEqual(text, fault.PlantIn(text));
    }

    [Fact]
    public void TheTestsThatFitExist()
    {
        foreach (var step in Catalogue.All.SelectMany(fault => fault.Steps))
        {
            var project = Path.Combine(Root(), "tests", step.Project);
            Assert.All(
                Regex.Matches(step.Filter ?? string.Empty, @"~\.(\w+)\.").Select(match => match.Groups[1].Value + ".cs"),
                file => Assert.Single(Directory.EnumerateFiles(project, file, SearchOption.AllDirectories)));
        }
    }

    [Fact]
    public void TextsAreComparedLastAndByNoTestsThatFit()
    {
        Assert.True(Step.All[^1].IsText);
        Assert.All(Catalogue.All.SelectMany(fault => fault.Steps).Concat(Step.All.SkipLast(1)), step => Assert.False(step.IsText));
    }

    private static string Root([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..");
}
