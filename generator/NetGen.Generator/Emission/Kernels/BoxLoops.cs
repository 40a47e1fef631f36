namespace NetGen.Generator.Emission.Kernels;

/// <summary>The loops over a box of elements that are copied, added or filled with a number.</summary>
internal sealed class BoxLoops
{
    private readonly SourceWriter _writer;
    private readonly Iteration _iteration;
    private readonly VectorType _type;
    private readonly string _filling;
    private readonly bool _accumulates;

    /// <param name="writer">Where to write.</param>
    /// <param name="iteration">The box, with the strides of source and target.</param>
    /// <param name="type">The vectors of the emitted code.</param>
    /// <param name="filling">What is written where there is no source.</param>
    /// <param name="accumulates">Whether what is read is added to the target instead of taking its place.</param>
    public BoxLoops(SourceWriter writer, Iteration iteration, VectorType type, double filling, bool accumulates) =>
        (_writer, _iteration, _type, _filling, _accumulates) = (writer, iteration, type, filling == 0 ? "0" : type.Literal(filling), accumulates);

    /// <summary>Writes the loops.</summary>
    /// <param name="source">The reference to the first element of the source; null where the box is filled with a number.</param>
    /// <param name="target">The reference to the first element of the target.</param>
    public void Write(string? source, string target) => Loop(source, target, 0);

    private void Loop(string? source, string target, int axis)
    {
        if (axis == _iteration.Axes.Count)
        {
            _writer.Line($"{target} {(_accumulates ? "+=" : "=")} {source ?? _filling};");
            return;
        }

        var over = _iteration.Axes[axis];
        var (from, to) = (_iteration.Operands[0].Strides[axis], _iteration.Operands[1].Strides[axis]);
        if (axis == _iteration.Axes.Count - 1 && to == 1 && (source is null || from == 1))
        {
            Run(source, target, over.Count);
            return;
        }

        var variable = over.OverSamples ? "n" : "a" + Literals.Integer(axis);
        _writer.Block($"for (var {variable} = 0; {variable} < {over.Count}; {variable}++)", () =>
        {
            var nextTarget = target + "At" + variable.ToUpperInvariant();
            var nextSource = source is null ? null : source + "At" + variable.ToUpperInvariant();
            if (source is not null)
            {
                _writer.Line($"ref var {nextSource} = ref {Addresses.At(source, Addresses.Times(variable, from))};");
            }

            _writer.Line($"ref var {nextTarget} = ref {Addresses.At(target, Addresses.Times(variable, to))};");
            Loop(nextSource, nextTarget, axis + 1);
        });
    }

    // Elements that lie side by side in both.
    private void Run(string? source, string target, string count)
    {
        var destination = $"MemoryMarshal.CreateSpan(ref {target}, {count})";
        if (_accumulates)
        {
            _writer.Line("var i = 0;");
            _writer.Block($"for (; i <= {count} - {_type.Count}; i += {_type.Count})", () =>
                _writer.Line($"Vector.StoreUnsafe(Vector.LoadUnsafe(ref {target}, (nuint)i) + Vector.LoadUnsafe(ref {source}, (nuint)i), ref {target}, (nuint)i);"));
            _writer.Line();
            _writer.Block($"for (; i < {count}; i++)", () => _writer.Line($"{Addresses.At(target, "i")} += {Addresses.At(source!, "i")};"));
            return;
        }

        _writer.Line(
            source is not null ? $"MemoryMarshal.CreateReadOnlySpan(ref {source}, {count}).CopyTo({destination});"
            : _filling == "0" ? $"{destination}.Clear();"
            : $"{destination}.Fill({_filling});");
    }
}
