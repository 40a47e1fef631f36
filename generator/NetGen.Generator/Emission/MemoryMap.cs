using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The offsets of one program as a nested class of constants, and the text that refers to a value's memory.</summary>
internal sealed class MemoryMap
{
    private readonly ProgramPlan _plan;
    private readonly string _className;
    private readonly Dictionary<Value, string> _constants = new();
    private readonly List<(string Name, Value Value, Storage Storage)> _entries = new();
    private readonly IReadOnlyDictionary<int, string> _parameterConstants;
    private readonly Func<Value, string> _callerReference;

    /// <param name="plan">The program.</param>
    /// <param name="className">The name of the class of constants.</param>
    /// <param name="parameterConstants">The constant of each parameter's offset.</param>
    /// <param name="callerReference">The name of the reference to a column of the caller.</param>
    public MemoryMap(
        ProgramPlan plan, string className, IReadOnlyDictionary<int, string> parameterConstants, Func<Value, string> callerReference)
    {
        _plan = plan;
        _className = className;
        _parameterConstants = parameterConstants;
        _callerReference = callerReference;
        var scope = new NameScope(className);
        foreach (var value in plan.Graph.Values.Where(value => Aliases.Root(value) == value && value.Operation is not (ConstantOperation or IotaOperation)))
        {
            if (plan.TryStorageOf(value) is { Region: Region.Fixed or Region.PerSample or Region.Prepared } storage)
            {
                var name = scope.Unique(Identifiers.Pascal(value.Label));
                _constants.Add(value, $"{className}.{name}");
                _entries.Add((name, value, storage));
            }
        }
    }

    /// <summary>Whether there is anything in the class of constants.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The text of a reference to the first element of a value.</summary>
    public string Reference(Value value)
    {
        var root = Aliases.Root(value);
        var storage = _plan.StorageOf(value);
        return storage.Region switch
        {
            Region.Parameters => $"ref Unsafe.Add(ref parameters, {_parameterConstants[storage.Offset]})",
            Region.Gradients => $"ref Unsafe.Add(ref gradient, {_parameterConstants[storage.Offset]})",
            Region.Prepared => $"ref Unsafe.Add(ref prepared, {_constants[root]})",
            Region.Fixed => $"ref Unsafe.Add(ref shared, {_constants[root]})",
            Region.PerSample => $"ref Unsafe.Add(ref perSample, {_constants[root]} * capacity)",
            _ => $"ref {_callerReference(root)}",
        };
    }

    /// <summary>The name of the reference to a column of the caller.</summary>
    public string CallerReference(Value value) => _callerReference(value);

    /// <summary>Writes the class of constants.</summary>
    public void Write(SourceWriter writer, string what)
    {
        if (IsEmpty)
        {
            return;
        }

        writer.Line();
        writer.Line($"/// <summary>Where the values of {what} lie; those with a sample axis (*) lie at a multiple of the capacity.</summary>");
        writer.Block($"private static class {_className}", () =>
        {
            foreach (var (name, value, storage) in _entries)
            {
                writer.Line($"public const int {name} = {Literals.Integer(storage.Offset)}; // {value.Type}");
            }
        });
    }
}
