using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>
/// The memory of one program: its offsets as a nested class of constants, and for each value a local reference by which
/// the calls of kernels name it.
/// </summary>
internal sealed class MemoryMap
{
    private readonly ProgramPlan _plan;
    private readonly string _className;
    private readonly Dictionary<Value, string> _constants = new();
    private readonly Dictionary<Value, string> _locals = new();
    private readonly List<(string Name, Value Value, Storage Storage)> _entries = new();
    private readonly IReadOnlyDictionary<int, string> _parameterConstants;
    private readonly Columns _columns;

    /// <param name="plan">The program.</param>
    /// <param name="className">The name of the class of constants.</param>
    /// <param name="parameterConstants">The constant of each parameter's offset.</param>
    /// <param name="columns">The columns of the caller.</param>
    public MemoryMap(ProgramPlan plan, string className, IReadOnlyDictionary<int, string> parameterConstants, Columns columns)
    {
        _plan = plan;
        _className = className;
        _parameterConstants = parameterConstants;
        _columns = columns;
        var constants = new NameScope(ReservedMembers.OfObject.Append(className));
        Locals = new NameScope(columns.Names);
        foreach (var value in plan.Values.Where(value => Aliases.Root(value) == value))
        {
            if (plan.TryStorageOf(value) is { Region: not (Region.None or Region.Caller) } storage)
            {
                Name(value, storage, constants, Locals);
            }
        }
    }

    /// <summary>The names of a method that uses the memory.</summary>
    public NameScope Locals { get; }

    /// <summary>The text of a reference to the first element of a value.</summary>
    public string Reference(Value value)
    {
        var root = Aliases.Root(value);
        return "ref " + (_locals.TryGetValue(root, out var local) ? local : _columns.Reference(root));
    }

    /// <summary>The name of the reference to a column of the caller.</summary>
    public string CallerReference(Value value) => _columns.Reference(value);

    /// <summary>The declaration of the reference to a value; null for a column of the caller and for what has no memory.</summary>
    public string? Declaration(Value value)
    {
        var root = Aliases.Root(value);
        if (!_locals.TryGetValue(root, out var local))
        {
            return null;
        }

        var storage = _plan.StorageOf(root);
        var (start, offset) = storage.Region switch
        {
            Region.Parameters => ("parameters", _parameterConstants[storage.Offset]),
            Region.Gradients => ("gradient", _parameterConstants[storage.Offset]),
            Region.Prepared => ("prepared", _constants[root]),
            Region.Fixed => ("shared", _constants[root]),
            Region.PerWorker => ("perWorker", _constants[root]),
            _ => ("perSample", _constants[root] + " * capacity"),
        };
        return $"ref var {local} = ref Unsafe.Add(ref {start}, {offset});";
    }

    /// <summary>Writes the class of constants.</summary>
    public void Write(SourceWriter writer, string what)
    {
        if (_entries.Count == 0)
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

    private void Name(Value value, Storage storage, NameScope constants, NameScope locals)
    {
        var name = ValueNames.Of(value, _plan.Graph);
        if (storage.Region is Region.Fixed or Region.PerSample or Region.PerWorker or Region.Prepared)
        {
            var constant = constants.Unique(Identifiers.Pascal(name));
            _constants.Add(value, $"{_className}.{constant}");
            _entries.Add((constant, value, storage));
        }
        else if (storage.Region == Region.Gradients)
        {
            var result = _plan.OfParameters.First(result => Aliases.Root(result.Value) == value);
            name = result.Name + (result.Role == ResultRole.NextState ? ".next" : ReverseMode.GradientEnding);
        }

        var local = Identifiers.Camel(name);
        _locals.Add(value, locals.Unique(_columns.Names.Contains(local) ? local + "Values" : local));
    }
}
