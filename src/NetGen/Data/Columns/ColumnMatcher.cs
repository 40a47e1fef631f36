using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen;

/// <summary>Finds for each column of a batch the stored column that fills it: by exact name, else by role and order.</summary>
internal static class ColumnMatcher
{
    public static DataColumn?[] Match(IReadOnlyList<DataColumn> stored, IReadOnlyList<ColumnDescription> expected)
    {
        var sources = new DataColumn?[expected.Count];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = stored.FirstOrDefault(column =>
                column.Description.Role == expected[i].Role && column.Description.Name == expected[i].Name);
        }

        foreach (var role in expected.Select(column => column.Role).Distinct())
        {
            MatchByOrder(role, stored, expected, sources);
        }

        return sources;
    }

    private static void MatchByOrder(
        ColumnRole role, IReadOnlyList<DataColumn> stored, IReadOnlyList<ColumnDescription> expected, DataColumn?[] sources)
    {
        var open = Enumerable.Range(0, sources.Length).Where(i => sources[i] is null && expected[i].Role == role).ToArray();
        var free = stored.Where(column => column.Description.Role == role && !sources.Contains(column)).ToArray();
        if (open.Length == 0)
        {
            return;
        }

        if (role == ColumnRole.SampleWeight && free.Length == 0)
        {
            return;
        }

        var isSharedWeight = role == ColumnRole.SampleWeight && stored.Count(column => column.Description.Role == role) == 1;
        if (!isSharedWeight && free.Length != open.Length)
        {
            throw new ArgumentException(
                $"Expected {Names(open.Select(i => expected[i]))}; the data set has {Names(free.Select(column => column.Description))} to match by order.");
        }

        for (var k = 0; k < open.Length; k++)
        {
            sources[open[k]] = free[isSharedWeight ? 0 : k];
        }
    }

    private static string Names(IEnumerable<ColumnDescription> columns)
    {
        var list = columns.Select(column => $"{Label(column.Role)} '{column.Name}'").ToArray();
        return list.Length == 0 ? "no further column" : string.Join(", ", list);
    }

    private static string Label(ColumnRole role) => role switch
    {
        ColumnRole.Input => "input",
        ColumnRole.Target => "target",
        ColumnRole.SampleWeight => "sample weight",
        ColumnRole.Output => "output",
        _ => "prediction",
    };
}
