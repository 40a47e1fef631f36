using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission;

/// <summary>An operand while the loops of an element-wise kernel are written: what stands for it at the current place.</summary>
internal sealed class ElementOperand
{
    private readonly AxisStrides _strides;
    private readonly string _name;
    private string _indexText = "0";

    /// <param name="name">The name of the reference to its first element.</param>
    /// <param name="vector">The name of the local that holds its lanes.</param>
    /// <param name="value">The operand.</param>
    /// <param name="strides">How it moves along the axes of the iteration.</param>
    public ElementOperand(string name, string vector, Value value, AxisStrides strides)
    {
        _name = name;
        _strides = strides;
        Vector = vector;
        Value = value;
        Current = name;
    }

    /// <summary>The name of the local that holds its lanes.</summary>
    public string Vector { get; }

    public Value Value { get; }

    /// <summary>The name of the reference to the current place.</summary>
    public string Current { get; set; }

    private bool IsIndex => Value.Operation is IotaOperation;

    private bool IsNumber => Value.Operation is ConstantOperation;

    public long StrideAt(int axis) => axis < 0 || axis >= _strides.Strides.Count ? 0 : _strides.Strides[axis];

    /// <summary>Whether its elements along an axis cannot be loaded as one vector: other strides than 0 and 1, or integers.</summary>
    public bool IsScalarAlong(int axis) =>
        StrideAt(axis) is not (0 or 1) || (Value.Type.Element == ElementKind.Int32 && StrideAt(axis) != 0);

    /// <summary>Declares the reference to the place of an outer loop's variable.</summary>
    public void Advance(SourceWriter writer, int axis, string variable)
    {
        var stride = StrideAt(axis);
        if (stride == 0 || IsNumber)
        {
            return;
        }

        if (IsIndex)
        {
            _indexText = variable;
            return;
        }

        var next = $"{_name.TrimStart('@')}At{variable.ToUpperInvariant()}";
        writer.Line($"ref var {next} = ref {Addresses.At(Current, Addresses.Times(variable, stride))};");
        Current = next;
    }

    /// <summary>Its lanes at step <c>i</c> of an axis: a load, or one element in all lanes.</summary>
    public string Read(VectorType type, int axis, bool vector)
    {
        var stride = StrideAt(axis);
        if (Value.Operation is ConstantOperation constant)
        {
            return type.Broadcast(constant.Value);
        }

        if (IsIndex)
        {
            return stride == 0 ? $"new {type.Name}({_indexText})"
                : vector ? $"new {type.Name}(i) + {type.Name}.Indices"
                : $"new {type.Name}(i)";
        }

        return vector && stride == 1
            ? $"Vector.LoadUnsafe(ref {Current}, (nuint)i)"
            : $"new {type.Name}({Element(stride)})";
    }

    /// <summary>The statement that writes lanes, or the first of them, at step <c>i</c> of an axis.</summary>
    public string Write(string lanes, int axis, bool vector) =>
        vector
            ? $"Vector.StoreUnsafe({lanes}, ref {Current}, (nuint)i);"
            : $"{Element(StrideAt(axis))} = {Addresses.Primary(lanes)}.ToScalar();";

    /// <summary>The element at step <c>i</c> of an axis.</summary>
    public string Element(long stride) => Addresses.At(Current, Addresses.Times("i", stride));
}
