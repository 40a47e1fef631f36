using System.Collections.Generic;

namespace NetGen.Generator.Graph;

/// <summary>A computation: values in an order in which operands come first, and the results among them.</summary>
internal sealed class ComputationGraph
{
    private readonly List<Value> _values = new();
    private readonly List<GraphResult> _results = new();

    /// <summary>All values; the place of each is its <see cref="Value.Id"/>.</summary>
    public IReadOnlyList<Value> Values => _values;

    public IReadOnlyList<GraphResult> Results => _results;

    /// <summary>Appends a value. The builder derives types; a parser or a pass that copies gives the type it read.</summary>
    public Value Add(Operation operation, IReadOnlyList<Value> operands, TensorType type, string label)
    {
        var value = new Value(_values.Count, operation, operands, type, label);
        _values.Add(value);
        return value;
    }

    public void AddResult(string name, ResultRole role, Value value) => _results.Add(new GraphResult(name, role, value));
}
