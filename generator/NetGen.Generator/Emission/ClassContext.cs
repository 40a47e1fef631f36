using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>What the writers of the parts of one class share.</summary>
internal sealed class ClassContext
{
    public ClassContext(NetworkModel model, ParameterPlan parameters)
    {
        Model = model;
        Parameters = parameters;
        Type = model.Declaration.IsDouble ? VectorType.Double : VectorType.Float;
        Columns = new Columns(model, Type);
        Members = new NameScope(ReservedMembers.Names);
        foreach (var member in model.Declaration.Type.Members)
        {
            Members.Unique(member);
        }

        Members.Unique(model.Declaration.Type.Name.TrimStart('@'));
        Library = new KernelLibrary(Type, Members);
        var constants = new Dictionary<int, string>();
        var scope = new NameScope(ReservedMembers.OfObject.Append("ParameterOffsets"));
        foreach (var place in parameters.Places)
        {
            constants.Add(place.Offset, "ParameterOffsets." + scope.Unique(Identifiers.Pascal(place.Parameter.Name)));
        }

        ParameterConstants = constants;
    }

    public NetworkModel Model { get; }

    public ParameterPlan Parameters { get; }

    public VectorType Type { get; }

    public Columns Columns { get; }

    /// <summary>The names of the members of the class.</summary>
    public NameScope Members { get; }

    public KernelLibrary Library { get; }

    /// <summary>The constant of each parameter's offset.</summary>
    public IReadOnlyDictionary<int, string> ParameterConstants { get; }

    public string ElementType => $"ElementType.{(Type == VectorType.Double ? "Float64" : "Float32")}";

    public SourceWriter Writer { get; } = new();

    /// <summary>A program with its memory, under the name of its class of offsets.</summary>
    public ProgramEmitter Program(ProgramPlan plan, string memoryClass) =>
        new(plan, new MemoryMap(plan, memoryClass, ParameterConstants, Columns), Library, Type);
}
