using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Emission.Calls;
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
    private readonly List<(string Name, PlaceTable Table)> _tables = new();
    private readonly HashSet<Value> _declared = new();
    private readonly NameScope _names;
    private string? _loopVariable;
    private string? _loopPlaces;

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
        _names = new NameScope(ReservedMembers.OfObject.Append(className));
        Locals = new NameScope(columns.Names);
        foreach (var value in plan.Values.Where(value => Aliases.Root(value) == value))
        {
            if (plan.TryStorageOf(value) is { Region: not (Region.None or Region.Caller) } storage)
            {
                Name(value, storage);
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

        _declared.Add(root);
        var storage = _plan.StorageOf(root);
        return Declaration(local, storage.Region, storage.Region is Region.Parameters or Region.Gradients ? _parameterConstants[storage.Offset] : _constants[root]);
    }

    /// <summary>The declaration of a reference to a place.</summary>
    /// <param name="local">The name of the reference.</param>
    /// <param name="region">The part of the memory.</param>
    /// <param name="offset">Where it begins there, for one sample where there are several.</param>
    public static string Declaration(string local, Region region, string offset)
    {
        var start = region switch
        {
            Region.Parameters => "parameters",
            Region.Gradients => "gradient",
            Region.Prepared => "prepared",
            Region.Fixed => "shared",
            Region.PerWorker => "perWorker",
            _ => "perSample",
        };
        return $"ref var {local} = ref Unsafe.Add(ref {start}, {offset}{(region == Region.PerSample ? " * capacity" : string.Empty)});";
    }

    /// <summary>The name of the reference to a value.</summary>
    public string Local(Value value) => _locals[value];

    /// <summary>Whether a value has a place that is named by a reference; columns of the caller have names of their own.</summary>
    public bool HasPlace(Value value) => _locals.ContainsKey(Aliases.Root(value));

    /// <summary>The number of the repetition in a loop of calls.</summary>
    public string LoopVariable => _loopVariable ??= Locals.Unique("repetition");

    /// <summary>The places of a repetition in a loop of calls.</summary>
    public string LoopPlaces => _loopPlaces ??= Locals.Unique("places");

    /// <summary>Adds the places of repeated calls to the constants.</summary>
    /// <returns>The constant.</returns>
    public string AddTable(PlaceTable table)
    {
        var name = _names.Unique("RepeatedPlaces");
        _tables.Add((name, table));
        return $"{_className}.{name}";
    }

    /// <summary>Writes the class of constants.</summary>
    public void Write(SourceWriter writer, string what)
    {
        if (_entries.Count == 0 && _tables.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Line($"/// <summary>Where the values of {what} lie; those of a whole batch (*{(_entries.Any(entry => entry.Storage.Region == Region.PerWorker) ? ", not of a worker" : string.Empty)}) lie at a multiple of the capacity.</summary>");
        writer.Block($"private static class {_className}", () =>
        {
            // What only repeated calls use is in their tables.
            var repeated = new HashSet<Value>(_tables.SelectMany(table => table.Table.Values));
            foreach (var (name, value, storage) in _entries.Where(entry => _declared.Contains(entry.Value) || !repeated.Contains(entry.Value)))
            {
                writer.Line($"public const int {name} = {Literals.Integer(storage.Offset)}; // {value.Type}{Kind(storage)}");
            }

            foreach (var (name, table) in _tables)
            {
                WriteTable(writer, name, table);
            }
        });
    }

    private static string Kind(Storage storage) =>
        storage.Region != Region.PerWorker ? string.Empty
        : storage.Samples > 0 ? $" of {Literals.Integer(storage.Samples)} samples of a worker"
        : " of a worker";

    private void WriteTable(SourceWriter writer, string name, PlaceTable table)
    {
        writer.Line();
        writer.Line("// A row for each repetition; behind it, which values it begins with.");
        writer.Line($"public static ReadOnlySpan<int> {name} =>");
        writer.Line("[");
        writer.Indented(() =>
        {
            for (var row = 0; row < table.Columns[0].Count; row++)
            {
                var numbers = string.Join(", ", table.Columns.Select(column => Literals.Integer(column[row].Number)));
                var first = table.Columns.Select(column => column[row].Value).FirstOrDefault(value => value is not null);
                writer.Line($"{numbers},{(first is null ? string.Empty : $" // {ValueNames.Of(first, _plan.Graph)}")}");
            }
        });
        writer.Line("];");
    }

    private void Name(Value value, Storage storage)
    {
        var name = ValueNames.Of(value, _plan.Graph);
        if (storage.Region is Region.Fixed or Region.PerSample or Region.PerWorker or Region.Prepared)
        {
            var constant = _names.Unique(Identifiers.Pascal(name));
            _constants.Add(value, $"{_className}.{constant}");
            _entries.Add((constant, value, storage));
        }
        else if (storage.Region == Region.Gradients)
        {
            var result = _plan.OfParameters.First(result => Aliases.Root(result.Value) == value);
            name = result.Name + (result.Role == ResultRole.NextState ? ".next" : ReverseMode.GradientEnding);
        }

        var local = Identifiers.Camel(name);
        _locals.Add(value, Locals.Unique(_columns.Names.Contains(local) ? local + "Values" : local));
    }
}
