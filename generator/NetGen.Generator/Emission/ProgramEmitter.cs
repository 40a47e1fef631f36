using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Which part of a kernel a call computes: the names of the shares of its samples or of its shared axis, null for all of them.</summary>
internal sealed record KernelPart(string? Samples, string? Steps)
{
    public static KernelPart Whole { get; } = new(null, null);

    /// <summary>The name of the share of groups of samples.</summary>
    public string? Groups => Samples is null ? null : Samples + "Groups";
}

/// <summary>The calls of one program: each kernel with references into the planned memory.</summary>
internal sealed class ProgramEmitter
{
    private readonly KernelLibrary _library;
    private readonly VectorType _type;

    /// <param name="plan">The program.</param>
    /// <param name="memory">Where its values lie.</param>
    /// <param name="library">The kernels of the class.</param>
    /// <param name="type">The vectors of the emitted code.</param>
    public ProgramEmitter(ProgramPlan plan, MemoryMap memory, KernelLibrary library, VectorType type)
    {
        Plan = plan;
        Memory = memory;
        _library = library;
        _type = type;
    }

    public ProgramPlan Plan { get; }

    public MemoryMap Memory { get; }

    /// <summary>Writes references to the memory that some kernels use, and to the place of each value in it.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="kernels">The kernels.</param>
    /// <param name="more">Values that are used besides.</param>
    public void DeclareMemory(SourceWriter writer, IEnumerable<Kernel> kernels, params IEnumerable<Value> more)
    {
        var calls = kernels.ToArray();
        var values = calls.SelectMany(kernel => kernel.Reads.Concat(kernel.Results).Concat(kernel.Scratch)).Concat(more).Select(Aliases.Root).Distinct().ToArray();
        DeclareRegions(writer, new HashSet<Region>(values.Select(value => Plan.StorageOf(value).Region)));
        writer.Line();
        writer.Lines(values.Select(Memory.Declaration).OfType<string>());
        writer.Line();
        if (calls.Any(kernel => kernel.CountsGroups && (Plan.Schedule is null || WorkSchedule.SplitOf(kernel) == WorkSplit.None)))
        {
            writer.Line($"var {SampleCount.OfGroups} = SampleGroups.Count({SampleCount.OfSamples});");
        }
    }

    private void DeclareRegions(SourceWriter writer, HashSet<Region> regions)
    {
        var type = _type.Keyword;
        if (regions.Contains(Region.Parameters))
        {
            writer.Line($"ref var parameters = ref Parameters.Buffer.First<{type}>();");
        }

        if (Plan.FitsStack && regions.Contains(Region.Fixed))
        {
            writer.Line("Unsafe.SkipInit(out SampleScratch memory);");
            writer.Line($"ref var shared = ref Unsafe.As<SampleScratch, {type}>(ref memory);");
        }
        else if (regions.Overlaps(new[] { Region.Fixed, Region.PerSample, Region.PerWorker }))
        {
            writer.Line($"ref var shared = ref workspace.Arena.First<{type}>();");
        }

        if (regions.Contains(Region.PerSample))
        {
            writer.Line($"ref var perSample = ref {Addresses.At("shared", Literals.Integer(Plan.Lengths.Fixed))};");
            writer.Line("var capacity = workspace.Capacity;");
        }

        if (regions.Contains(Region.PerWorker))
        {
            writer.Line($"ref var perWorker = ref Unsafe.Add(ref shared, workspace.WorkerStart + (worker.Index * {Literals.Integer(Plan.Lengths.PerWorker)}));");
        }

        if (regions.Contains(Region.Gradients))
        {
            writer.Line($"ref var gradient = ref gradients.Buffer.First<{type}>();");
        }
    }

    /// <summary>Writes the calls of one thread that does everything.</summary>
    public void Call(SourceWriter writer, IEnumerable<Kernel> kernels)
    {
        foreach (var kernel in kernels)
        {
            if (kernel is KeepInputKernel)
            {
                var size = Literals.Integer(kernel.Result.Shape.Count);
                var stride = Literals.Integer(Plan.StorageOf(kernel.Result).SampleStride);
                writer.Line($"Rows.Copy(ref {Memory.CallerReference(kernel.Result)}, {size}, {Memory.Reference(kernel.Result)}, {stride}, {size}, samples);");
                continue;
            }

            Call(writer, kernel, KernelPart.Whole);
        }
    }

    /// <summary>Writes the call of a kernel for a part of what it computes.</summary>
    public void Call(SourceWriter writer, Kernel kernel, KernelPart part)
    {
        var (method, text) = _library.Add(kernel, Plan);
        var arguments = text.Parameters.Select(parameter => Place(parameter.Value, text, part)).ToList();
        if (text.NeedsSamples)
        {
            arguments.Add(kernel.CountsGroups
                ? part.Groups is null ? SampleCount.OfGroups : part.Groups + ".Count"
                : part.Samples is null ? SampleCount.OfSamples : part.Samples + ".Count");
        }

        if (text.Shared is { } range)
        {
            arguments.Add(part.Steps is null ? Literals.Integer(range.Axis.Size) : part.Steps + ".Count");
        }

        if (text.NeedsRandom)
        {
            arguments.AddRange(new[] { "workspace.Seed", "workspace.Step", part.Samples is null ? "firstSample: 0" : part.Samples + ".First" });
        }

        writer.Line($"{method}({string.Join(", ", arguments)});");
    }

    private string Place(Value value, KernelText text, KernelPart part)
    {
        var first = part.Samples is not null ? Addresses.Times((value.Type.Grouped ? part.Groups : part.Samples) + ".First", Plan.StorageOf(value).SampleStride)
            : part.Steps is not null ? Addresses.Times(part.Steps + ".First", text.Shared!.StrideOf(value))
            : "0";
        // What windows that reach beyond their axis begin with may lie before all memory.
        var offset = Aliases.Clipped(value).Any() ? 0 : Aliases.Offset(value);
        return "ref " + Addresses.At(Memory.Reference(value).Substring("ref ".Length), Addresses.Sum(Literals.Integer(offset), first));
    }

    /// <summary>Writes the copy of a value with a sample axis to memory of the caller.</summary>
    public void CopyOut(SourceWriter writer, Value value, string destination)
    {
        var size = Literals.Integer(value.Shape.Count);
        var stride = Literals.Integer(Plan.StorageOf(value).SampleStride);
        writer.Line($"Rows.Copy({Memory.Reference(value)}, {stride}, ref {destination}, {size}, {size}, samples);");
    }
}
