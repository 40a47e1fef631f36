using System.Collections.Generic;

namespace NetGen.Generator.Graph;

/// <summary>A value of a graph: the result of one operation on earlier values.</summary>
internal sealed class Value
{
    internal Value(int id, Operation operation, IReadOnlyList<Value> operands, TensorType type, string label)
    {
        Id = id;
        Operation = operation;
        Operands = operands;
        Type = type;
        Label = label;
    }

    /// <summary>The place in the graph; operands have lower ones.</summary>
    public int Id { get; }

    public Operation Operation { get; }

    public IReadOnlyList<Value> Operands { get; }

    public TensorType Type { get; }

    /// <summary>What the value is, for readers of the emitted code: <c>dense1</c>, <c>dDense1</c>. Not unique, no meaning.</summary>
    public string Label { get; }

    public Shape Shape => Type.Shape;

    public bool Batched => Type.Batched;

    public override string ToString() => $"%{Id} {Operation.GetType().Name} : {Type}";
}
