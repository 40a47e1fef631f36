using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Calls;

/// <summary>
/// The calls of a method, and the names of the memory that they use. Calls that are made several times over with other places, as those of a repeated block, are a loop over
/// a table of places.
/// </summary>
internal sealed class ProgramBody
{
    private readonly MemoryMap _memory;
    private readonly bool _rolls;
    private readonly IReadOnlyList<Part> _segments;
    private readonly HashSet<Value> _declared = new();
    private readonly List<Value> _order = new();

    /// <param name="memory">Where values lie.</param>
    /// <param name="segments">The steps; between segments something else is written.</param>
    /// <param name="rolls">Whether loops are wanted.</param>
    public ProgramBody(MemoryMap memory, IReadOnlyList<IReadOnlyList<ProgramStep>> segments, bool rolls)
    {
        (_memory, _rolls) = (memory, rolls);
        _segments = segments.Select(Prepare).ToArray();
    }

    /// <summary>The values that are named in front of all calls, in the order of their use.</summary>
    public IReadOnlyList<Value> Declared => _order;

    /// <summary>Reserves the names of values that are declared besides.</summary>
    public void Reserve(IEnumerable<Value> values) => _declared.UnionWith(values);

    /// <summary>Writes the calls of a segment.</summary>
    public void Write(SourceWriter writer, int segment = 0) => Write(writer, _segments[segment]);

    private void Write(SourceWriter writer, Part part)
    {
        foreach (var run in part.Runs)
        {
            if (run.Count > 1)
            {
                WriteLoop(writer, part.Steps, run, part.Tables[run]);
                continue;
            }

            foreach (var step in part.Steps.Skip(run.Start).Take(run.Period))
            {
                if (part.Blocks.TryGetValue(step, out var inner))
                {
                    step.WriteBlock(writer, () => Write(writer, inner));
                }
                else
                {
                    step.Write(writer, step.Places.Select(Text).ToArray());
                }
            }
        }
    }

    // Which steps are repeated; those of a block that is not are looked at in the same way.
    private Part Prepare(IReadOnlyList<ProgramStep> steps)
    {
        var part = new Part(steps, _rolls ? RepeatedSteps.Of(steps.Select(step => step.Key).ToArray(), steps.Select(step => step.Calls).ToArray()) : new[] { new RepeatedSteps(0, steps.Count, 1) });
        foreach (var run in part.Runs)
        {
            if (run.Count > 1)
            {
                var table = PlaceTable.Of(steps, run);
                part.Tables.Add(run, table);
                Declare(table.Constant);
                continue;
            }

            foreach (var step in steps.Skip(run.Start).Take(run.Period))
            {
                if (step.Inner.Count > 0)
                {
                    part.Blocks.Add(step, Prepare(step.Inner));
                }
                else
                {
                    Declare(step.Places);
                }
            }
        }

        return part;
    }

    private void Declare(IEnumerable<StepPlace> places)
    {
        foreach (var place in places)
        {
            if (place.Value is { } value && _declared.Add(value))
            {
                _order.Add(value);
            }
        }
    }

    private string Text(StepPlace place) => place.Value is { } value ? _memory.Local(value) : Literals.Integer(place.Number);

    private void WriteLoop(SourceWriter writer, IReadOnlyList<ProgramStep> steps, RepeatedSteps run, PlaceTable table)
    {
        var (repetition, places) = (_memory.LoopVariable, _memory.LoopPlaces);
        var width = Literals.Integer(table.Columns.Count);
        writer.Line();
        writer.Line($"// {Literals.Integer(run.Count)} times the same, at other places.");
        writer.Block($"for (var {repetition} = 0; {repetition} < {Literals.Integer(run.Count)}; {repetition}++)", () =>
        {
            if (table.Columns.Count > 0)
            {
                writer.Line($"var {places} = {_memory.AddTable(table)}.Slice({repetition} * {width}, {width});");
            }

            var taken = new HashSet<string>(StringComparer.Ordinal);
            var names = table.Columns.Select((column, i) => column[0].Value is { } value ? Name(value, taken) : $"{places}[{Literals.Integer(i)}]").ToArray();
            for (var i = 0; i < names.Length; i++)
            {
                if (table.Columns[i][0] is { Value: not null, Region: { } region })
                {
                    writer.Line(MemoryMap.Declaration(names[i], region, $"{places}[{Literals.Integer(i)}]"));
                }
            }

            writer.Line();
            for (var i = 0; i < run.Period; i++)
            {
                var step = steps[run.Start + i];
                step.Write(writer, step.Places.Select((place, k) => table.ColumnOf(i, k) is { } column ? names[column] : Text(place)).ToArray());
            }
        });
        writer.Line();
    }

    // The name that the value has the first time, unless it is one outside of the loop.
    private string Name(Value value, HashSet<string> taken)
    {
        var name = _memory.Local(value);
        return _declared.Contains(value) || !taken.Add(name) ? _memory.Locals.Unique(name) : name;
    }

    // Steps, which of them are repeated, with the places that differ, and the blocks among the others.
    private sealed record Part(IReadOnlyList<ProgramStep> Steps, IReadOnlyList<RepeatedSteps> Runs)
    {
        public Dictionary<RepeatedSteps, PlaceTable> Tables { get; } = new();

        public Dictionary<ProgramStep, Part> Blocks { get; } = new();
    }
}
