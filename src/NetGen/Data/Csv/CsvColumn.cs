using System;
using System.Diagnostics.CodeAnalysis;

namespace NetGen;

/// <summary>A column of a CSV file by its name in the header or by its place: <c>"age"</c>, <c>0</c> for the first, <c>^1</c> for the last.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "The constructors are the named alternative.")]
public readonly record struct CsvColumn
{
    /// <summary>A column by its name.</summary>
    /// <param name="name">The name in the header.</param>
    public CsvColumn(string name) => Name = name;

    /// <summary>A column by its place.</summary>
    /// <param name="index">The place, from the start or the end.</param>
    public CsvColumn(Index index) => Index = index;

    /// <summary>The name, or null for a column by its place.</summary>
    public string? Name { get; }

    /// <summary>The place of a column without a name.</summary>
    public Index Index { get; }

    /// <summary>A column by its name.</summary>
    /// <param name="name">The name in the header.</param>
    public static implicit operator CsvColumn(string name) => new(name);

    /// <summary>A column by its place.</summary>
    /// <param name="index">The place from the start, from 0.</param>
    public static implicit operator CsvColumn(int index) => new((Index)index);

    /// <summary>A column by its place.</summary>
    /// <param name="index">The place, from the start or the end.</param>
    public static implicit operator CsvColumn(Index index) => new(index);

    /// <inheritdoc/>
    public override string ToString() => Name is null ? Index.ToString() : $"'{Name}'";
}
