using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Calls;

/// <summary>A call of a program whose places in memory have no names yet: elsewhere the same call may be made with others.</summary>
internal sealed class ProgramStep
{
    private readonly Action<SourceWriter, IReadOnlyList<string>> _write;
    private readonly string _header = string.Empty;
    private readonly IReadOnlyList<string> _lines = Array.Empty<string>();

    /// <param name="places">What differs where the same kernel is called again.</param>
    /// <param name="write">Writes the call with a text for each of these.</param>
    public ProgramStep(IReadOnlyList<StepPlace> places, Action<SourceWriter, IReadOnlyList<string>> write)
    {
        (Places, _write) = (places, write);
        var writer = new SourceWriter();
        write(writer, places.Select((place, i) => $"{place.Region}{i}").ToArray());
        Key = writer.ToString();
    }

    private ProgramStep(string header, IReadOnlyList<string> lines, IReadOnlyList<ProgramStep> inner)
        : this(inner.SelectMany(step => step.Places).ToArray(), (writer, texts) => WriteBlock(writer, header, lines, () => WriteAll(writer, inner, texts))) =>
        (_header, _lines, Inner) = (header, lines, inner);

    public IReadOnlyList<StepPlace> Places { get; }

    /// <summary>The steps of a block; none of a call.</summary>
    public IReadOnlyList<ProgramStep> Inner { get; } = Array.Empty<ProgramStep>();

    /// <summary>Steps with the same key are the same call with other places.</summary>
    public string Key { get; }

    /// <summary>How many calls it is.</summary>
    public int Calls => Inner.Count == 0 ? 1 : Inner.Sum(step => step.Calls);

    /// <summary>A block of steps.</summary>
    /// <param name="header">The statement in front of it.</param>
    /// <param name="lines">What it begins with.</param>
    /// <param name="inner">The steps in it.</param>
    public static ProgramStep Block(string header, IReadOnlyList<string> lines, IReadOnlyList<ProgramStep> inner) => new(header, lines, inner);

    public void Write(SourceWriter writer, IReadOnlyList<string> texts) => _write(writer, texts);

    /// <summary>Writes a block whose steps are written by another.</summary>
    public void WriteBlock(SourceWriter writer, Action inner) => WriteBlock(writer, _header, _lines, inner);

    /// <summary>The same call by the one worker that takes a task.</summary>
    public ProgramStep OfTask(int task) => new(
        Places.Append(new StepPlace(null, null, task)).ToArray(),
        (writer, texts) => writer.Block($"if (worker.Takes({texts[texts.Count - 1]}))", () => _write(writer, texts)));

    private static void WriteBlock(SourceWriter writer, string header, IReadOnlyList<string> lines, Action inner) => writer.Block(header, () =>
    {
        writer.Lines(lines);
        inner();
    });

    private static void WriteAll(SourceWriter writer, IReadOnlyList<ProgramStep> steps, IReadOnlyList<string> texts)
    {
        var first = 0;
        foreach (var step in steps)
        {
            step.Write(writer, texts.Skip(first).Take(step.Places.Count).ToArray());
            first += step.Places.Count;
        }
    }
}

/// <summary>A place in memory that a call names, or a number.</summary>
/// <param name="Value">The value that lies there; null for a number.</param>
/// <param name="Region">Its part of the memory; null for a number.</param>
/// <param name="Number">Its offset there, or the number.</param>
internal sealed record StepPlace(Value? Value, Region? Region, int Number);
