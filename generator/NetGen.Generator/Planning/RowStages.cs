using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// The loops over one row: a reduction is known behind the loop that takes it, and what needs it is computed in a later one.
/// </summary>
internal sealed class RowStages
{
    private readonly Dictionary<Value, int> _stages = new();
    private readonly IReadOnlyList<Value> _values;
    private readonly int _length;

    /// <param name="values">What is computed, in order.</param>
    /// <param name="length">How many elements a row has.</param>
    public RowStages(IReadOnlyList<Value> values, int length)
    {
        (_values, _length) = (values, length);
        foreach (var value in values)
        {
            var stage = value.Operands.Select(operand => _stages.TryGetValue(Aliases.Root(operand), out var found) ? found : 0).DefaultIfEmpty(0).Max();
            _stages.Add(value, value.Operation is ReduceOperation ? stage + 1 : stage);
        }
    }

    /// <summary>How many loops there are at most.</summary>
    public int Count => _stages.Values.Max() + 1;

    /// <summary>The rows computed in a loop.</summary>
    public IEnumerable<Value> Rows(int stage) => _values.Where(value => IsRow(value) && _stages[value] == stage);

    /// <summary>The reductions taken in a loop.</summary>
    public IEnumerable<Value> Reductions(int stage) => _values.Where(value => value.Operation is ReduceOperation && _stages[value] == stage + 1);

    /// <summary>The single numbers computed before a loop, besides reductions.</summary>
    public IEnumerable<Value> Numbers(int stage) =>
        _values.Where(value => !IsRow(value) && value.Operation is not ReduceOperation && _stages[value] == stage);

    /// <summary>Whether a row is read in another loop than the one that computes it.</summary>
    public bool IsReadLater(Value value) => IsRow(value) && _values.Any(other =>
        other.Operands.Any(operand => Aliases.Root(operand) == value)
        && (other.Operation is ReduceOperation ? _stages[other] - 1 : _stages[other]) > _stages[value]);

    /// <summary>Whether a value is a row, not a single number.</summary>
    public bool IsRow(Value value) => value.Shape.Count == _length;
}
