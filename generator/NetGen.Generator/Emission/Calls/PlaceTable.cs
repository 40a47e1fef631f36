using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission.Calls;

/// <summary>The places that differ between the repetitions of some steps: a column for each, a row for each repetition.</summary>
internal sealed class PlaceTable
{
    private readonly Dictionary<(int Step, int Place), int> _columns = new();
    private readonly List<IReadOnlyList<StepPlace>> _places = new();
    private readonly List<StepPlace> _constant = new();
    private readonly HashSet<Value> _values = new();

    private PlaceTable()
    {
    }

    /// <summary>The columns, each with the place of every repetition.</summary>
    public IReadOnlyList<IReadOnlyList<StepPlace>> Columns => _places;

    /// <summary>The places that are the same every time.</summary>
    public IReadOnlyList<StepPlace> Constant => _constant;

    /// <summary>All values of the steps: those of a later repetition need no name of their own.</summary>
    public IReadOnlyCollection<Value> Values => _values;

    public static PlaceTable Of(IReadOnlyList<ProgramStep> steps, RepeatedSteps run)
    {
        var table = new PlaceTable();
        for (var step = 0; step < run.Period; step++)
        {
            for (var place = 0; place < steps[run.Start + step].Places.Count; place++)
            {
                var all = Enumerable.Range(0, run.Count).Select(times => steps[run.Start + (times * run.Period) + step].Places[place]).ToArray();
                table.Add(step, place, all);
            }
        }

        return table;
    }

    /// <summary>The column of a place of a step; null where it is the same every time.</summary>
    public int? ColumnOf(int step, int place) => _columns.TryGetValue((step, place), out var column) ? column : null;

    private void Add(int step, int place, StepPlace[] all)
    {
        _values.UnionWith(all.Select(other => other.Value).OfType<Value>());
        if (all.All(other => other.Number == all[0].Number))
        {
            _constant.Add(all[0]);
            return;
        }

        var column = _places.FindIndex(known => known[0].Region == all[0].Region && known.Select(other => other.Number).SequenceEqual(all.Select(other => other.Number)));
        if (column < 0)
        {
            column = _places.Count;
            _places.Add(all);
        }

        _columns.Add((step, place), column);
    }
}
