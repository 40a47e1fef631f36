using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Calls;
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
    /// <param name="body">The calls of these kernels.</param>
    public void DeclareMemory(SourceWriter writer, IEnumerable<Kernel> kernels, ProgramBody body, params IEnumerable<Value> more)
    {
        var calls = kernels.ToArray();
        var others = more.Select(Aliases.Root).ToArray();
        body.Reserve(others);
        Declare(writer, calls.SelectMany(kernel => kernel.Reads.Concat(kernel.Results).Concat(kernel.Scratch)).Select(Aliases.Root).Concat(others), body.Declared.Concat(others));
        if (calls.Any(kernel => kernel.CountsGroups && (Plan.Schedule is null || WorkSchedule.SplitOf(kernel) == WorkSplit.None)))
        {
            writer.Line($"var {SampleCount.OfGroups} = SampleGroups.Count({SampleCount.OfSamples});");
        }
    }

    /// <summary>Writes references to some values.</summary>
    public void DeclareMemory(SourceWriter writer, params IEnumerable<Value> values)
    {
        var roots = values.Select(Aliases.Root).ToArray();
        Declare(writer, roots, roots);
    }

    private void Declare(SourceWriter writer, IEnumerable<Value> used, IEnumerable<Value> named)
    {
        DeclareRegions(writer, new HashSet<Region>(used.Select(value => Plan.StorageOf(value).Region)));
        writer.Line();
        writer.Lines(named.Distinct().Select(Memory.Declaration).OfType<string>());
        writer.Line();
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
            writer.Line("ref var perWorker = ref Unsafe.Add(ref shared, workspace.StartOf(worker, own));");
        }

        if (regions.Contains(Region.Gradients))
        {
            writer.Line($"ref var gradient = ref gradients.Buffer.First<{type}>();");
        }
    }

    /// <summary>The calls of one thread that does everything.</summary>
    public ProgramBody Body(IEnumerable<Kernel> kernels) => Body(new[] { kernels.Select(kernel => Step(kernel, KernelPart.Whole)) });

    /// <summary>Calls, between which something else is written.</summary>
    public ProgramBody Body(IEnumerable<IEnumerable<ProgramStep>> segments) =>
        new(Memory, segments.Select(steps => steps.ToArray()).ToArray(), rolls: !Plan.FitsStack);

    /// <summary>The call of a kernel for a part of what it computes.</summary>
    public ProgramStep Step(Kernel kernel, KernelPart part)
    {
        if (kernel is KeepInputKernel)
        {
            var size = Literals.Integer(kernel.Result.Shape.Count);
            var stride = Literals.Integer(Plan.StorageOf(kernel.Result).SampleStride);
            return new ProgramStep(new[] { PlaceOf(kernel.Result) }, (writer, texts) =>
                writer.Line($"Rows.Copy(ref {Memory.CallerReference(kernel.Result)}, {size}, ref {texts[0]}, {stride}, {size}, samples);"));
        }

        var (method, text) = _library.Add(kernel, Plan);
        var values = text.Parameters.Select(parameter => Aliases.Root(parameter.Value)).Where(Memory.HasPlace).Distinct().ToArray();
        return new ProgramStep(values.Select(PlaceOf).ToArray(), (writer, texts) =>
        {
            var arguments = text.Parameters.Select(parameter => Argument(parameter.Value, Reference(parameter.Value), text, part));
            writer.Line($"{method}({string.Join(", ", arguments.Concat(Counts(kernel, text, part)))});");

            string Reference(Value value) => Array.IndexOf(values, Aliases.Root(value)) is >= 0 and var place ? texts[place] : Memory.CallerReference(Aliases.Root(value));
        });
    }

    private StepPlace PlaceOf(Value root)
    {
        var storage = Plan.StorageOf(root);
        return new StepPlace(root, storage.Region, storage.Offset);
    }

    // What stands behind the references: numbers of samples and steps, and where random numbers come from.
    private static IEnumerable<string> Counts(Kernel kernel, KernelText text, KernelPart part)
    {
        if (text.NeedsSamples)
        {
            yield return kernel.CountsGroups
                ? part.Groups is null ? SampleCount.OfGroups : part.Groups + ".Count"
                : part.Samples is null ? SampleCount.OfSamples : part.Samples + ".Count";
        }

        if (text.Shared is { } range)
        {
            if (range.First is not null)
            {
                yield return part.Steps is null ? "0" : part.Steps + ".First";
            }

            yield return part.Steps is null ? Literals.Integer(range.Axis.Size) : part.Steps + ".Count";
        }

        if (text.NeedsRandom)
        {
            yield return "workspace.Seed";
            yield return "workspace.Step";
            yield return part.Samples is null ? "firstSample: 0" : part.Samples + ".First";
        }
    }

    private string Argument(Value value, string reference, KernelText text, KernelPart part)
    {
        // A worker's memory holds the samples of one call.
        var first = Plan.StorageOf(value).Region == Region.PerWorker ? "0"
            : part.Samples is not null ? Addresses.Times((value.Type.Grouped ? part.Groups : part.Samples) + ".First", Plan.StorageOf(value).SampleStride)
            : part.Steps is not null ? Addresses.Times(part.Steps + ".First", text.Shared!.StrideOf(value))
            : "0";
        // What windows that reach beyond their axis begin with may lie before all memory.
        var offset = Aliases.Clipped(value).Any() ? 0 : Aliases.Offset(value);
        return "ref " + Addresses.At(reference, Addresses.Sum(Literals.Integer(offset), first));
    }

    /// <summary>Writes the copy of a value with a sample axis to memory of the caller.</summary>
    public void CopyOut(SourceWriter writer, Value value, string destination)
    {
        var size = Literals.Integer(value.Shape.Count);
        var stride = Literals.Integer(Plan.StorageOf(value).SampleStride);
        writer.Line($"Rows.Copy({Memory.Reference(value)}, {stride}, ref {destination}, {size}, {size}, samples);");
    }
}
