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

    /// <param name="places">What differs where the same kernel is called again.</param>
    /// <param name="write">Writes the call with a text for each of these.</param>
    public ProgramStep(IReadOnlyList<StepPlace> places, Action<SourceWriter, IReadOnlyList<string>> write)
    {
        (Places, _write) = (places, write);
        var writer = new SourceWriter();
        write(writer, places.Select((place, i) => $"{place.Region}{i}").ToArray());
        Key = writer.ToString();
    }

    public IReadOnlyList<StepPlace> Places { get; }

    /// <summary>Steps with the same key are the same call with other places.</summary>
    public string Key { get; }

    public void Write(SourceWriter writer, IReadOnlyList<string> texts) => _write(writer, texts);

    /// <summary>The same call by the one worker that takes a task.</summary>
    public ProgramStep OfTask(int task) => new(
        Places.Append(new StepPlace(null, null, task)).ToArray(),
        (writer, texts) => writer.Block($"if (worker.Takes({texts[texts.Count - 1]}))", () => _write(writer, texts)));
}

/// <summary>A place in memory that a call names, or a number.</summary>
/// <param name="Value">The value that lies there; null for a number.</param>
/// <param name="Region">Its part of the memory; null for a number.</param>
/// <param name="Number">Its offset there, or the number.</param>
internal sealed record StepPlace(Value? Value, Region? Region, int Number);
