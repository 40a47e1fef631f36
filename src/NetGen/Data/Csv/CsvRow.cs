using System.Collections.Immutable;

namespace NetGen;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its cells, without quotes.</param>
public readonly record struct CsvRow(int Line, ImmutableArray<string> Cells);
