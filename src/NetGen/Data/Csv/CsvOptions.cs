using System.Collections.Immutable;

namespace NetGen;

/// <summary>How a CSV file is to be read.</summary>
public sealed record CsvOptions
{
    /// <summary>What separates the cells: a comma, a semicolon, a tab, or another character but a quote or a line end.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>What to do about an empty cell.</summary>
    public MissingCells Missing { get; init; } = MissingCells.Refuse;

    /// <summary>Texts that stand for an empty cell, as <c>NA</c> or <c>?</c>. Blank cells always do.</summary>
    public ImmutableArray<string> MissingMarkers { get; init; } = [];

    /// <summary>How class texts become indices.</summary>
    public ClassOrder ClassOrder { get; init; } = ClassOrder.Sorted;

    /// <summary>The classes in the order of their indices, as another file's <see cref="CsvDataset.Classes"/>; left empty, they are taken from this file.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];
}
