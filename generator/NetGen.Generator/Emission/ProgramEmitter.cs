using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

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
        var values = kernels.SelectMany(kernel => kernel.Reads.Concat(kernel.Results).Concat(kernel.Scratch)).Concat(more).Select(Aliases.Root).Distinct().ToArray();
        DeclareRegions(writer, new HashSet<Region>(values.Select(value => Plan.StorageOf(value).Region)));
        writer.Line();
        writer.Lines(values.Select(Memory.Declaration).OfType<string>());
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
            writer.Line("var memory = default(SampleScratch);");
            writer.Line($"ref var shared = ref Unsafe.As<SampleScratch, {type}>(ref memory);");
        }
        else if (regions.Contains(Region.Fixed) || regions.Contains(Region.PerSample))
        {
            writer.Line($"ref var shared = ref workspace.Arena.First<{type}>();");
        }

        if (regions.Contains(Region.PerSample))
        {
            writer.Line($"ref var perSample = ref {Addresses.At("shared", Literals.Integer(Plan.FixedLength))};");
            writer.Line("var capacity = workspace.Capacity;");
        }

        if (regions.Contains(Region.Gradients))
        {
            writer.Line($"ref var gradient = ref gradients.Buffer.First<{type}>();");
        }
    }

    /// <summary>Writes the calls.</summary>
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

            var (method, text) = _library.Add(kernel, Plan);
            var arguments = text.Parameters.Select(parameter => Memory.Reference(parameter.Value)).ToList();
            if (text.NeedsSamples)
            {
                arguments.Add("samples");
            }

            if (text.NeedsRandom)
            {
                arguments.Add("workspace.Seed");
                arguments.Add("workspace.Step");
            }

            writer.Line($"{method}({string.Join(", ", arguments)});");
        }
    }

    /// <summary>Writes the copy of a value with a sample axis to memory of the caller.</summary>
    public void CopyOut(SourceWriter writer, Value value, string destination)
    {
        var size = Literals.Integer(value.Shape.Count);
        var stride = Literals.Integer(Plan.StorageOf(value).SampleStride);
        writer.Line($"Rows.Copy({Memory.Reference(value)}, {stride}, ref {destination}, {size}, {size}, samples);");
    }
}
