using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>
/// The axes over which a kernel loops and the strides of its operands along them, with neighbouring axes joined wherever
/// all operands lie contiguously, so that loops are as few and as long as possible.
/// </summary>
internal sealed class Iteration
{
    private readonly List<LoopAxis> _axes = new();
    private readonly List<AxisStrides> _operands = new();

    private Iteration()
    {
    }

    public IReadOnlyList<LoopAxis> Axes => _axes;

    /// <summary>The strides of each operand, in the order given.</summary>
    public IReadOnlyList<AxisStrides> Operands => _operands;

    /// <summary>The axes of a type, sample axis first, and operands broadcast to it.</summary>
    /// <param name="type">The space to iterate over.</param>
    /// <param name="operands">The operands and where they lie.</param>
    /// <param name="paddable">Whether whole blocks may be computed past the last element of a sample.</param>
    /// <param name="apart">An axis of the type that stays a loop of its own; −1 where there is none.</param>
    public static Iteration Over(TensorType type, IReadOnlyList<(Value Value, Storage Storage)> operands, bool paddable, int apart = -1)
    {
        var iteration = new Iteration();
        if (type.Batched)
        {
            iteration._axes.Add(new LoopAxis(1, OverSamples: true) { Samples = SampleCount.Of(type) });
        }

        iteration._axes.AddRange(type.Shape.Sizes.Select((size, axis) => new LoopAxis(size, OverSamples: false) { IsApart = axis == apart }));
        iteration._operands.AddRange(operands.Select(operand => new AxisStrides(Strides(type, operand.Value, operand.Storage))));
        iteration.DropUnitAxes();
        iteration.JoinAxes(type.Batched ? 1 : 0);
        if (paddable)
        {
            iteration.PadSample(type, operands);
        }

        iteration.JoinAxes(0);
        return iteration;
    }

    /// <summary>One axis along which all operands lie side by side.</summary>
    public static Iteration Flat(long count, int operands)
    {
        var iteration = new Iteration();
        iteration._axes.Add(new LoopAxis(count, OverSamples: false));
        iteration._operands.AddRange(Enumerable.Range(0, operands).Select(_ => new AxisStrides(new[] { 1L })));
        return iteration;
    }

    /// <summary>The axes of a box that is copied, with the strides of source and destination.</summary>
    public static Iteration Copy(
        Shape box, TensorType type, long sourceSample, IEnumerable<long> source, long targetSample, IEnumerable<long> target)
    {
        var iteration = new Iteration();
        var batched = type.Batched;
        if (batched)
        {
            iteration._axes.Add(new LoopAxis(1, OverSamples: true) { Samples = SampleCount.Of(type) });
        }

        iteration._axes.AddRange(box.Sizes.Select(size => new LoopAxis(size, OverSamples: false)));
        iteration._operands.Add(new AxisStrides(batched ? new[] { sourceSample }.Concat(source) : source));
        iteration._operands.Add(new AxisStrides(batched ? new[] { targetSample }.Concat(target) : target));
        iteration.DropUnitAxes();
        iteration.JoinAxes(0);
        return iteration;
    }

    private static IEnumerable<long> Strides(TensorType type, Value operand, Storage storage)
    {
        if (type.Batched)
        {
            yield return storage.SampleStride;
        }

        var offset = type.Shape.Rank - operand.Shape.Rank;
        var strides = Aliases.Strides(operand);
        for (var axis = 0; axis < type.Shape.Rank; axis++)
        {
            yield return axis < offset || (operand.Shape[axis - offset] == 1 && type.Shape[axis] != 1) ? 0
                : operand.Operation is IotaOperation iota ? (iota.Axis == axis - offset ? 1 : 0)
                : operand.Operation is ConstantOperation ? 0
                : strides[axis - offset];
        }
    }

    private void DropUnitAxes()
    {
        for (var axis = _axes.Count - 1; axis >= 0; axis--)
        {
            if (_axes[axis] is { OverSamples: false, Size: 1, IsApart: false })
            {
                RemoveAt(axis);
            }
        }
    }

    // Joins axis a with a + 1 where for all operands a step on a is Size(a + 1) steps on a + 1.
    private void JoinAxes(int first)
    {
        for (var axis = _axes.Count - 2; axis >= first; axis--)
        {
            var inner = _axes[axis + 1];
            if (!_axes[axis].IsApart && !inner.IsApart && _operands.All(operand => operand.Strides[axis] == operand.Strides[axis + 1] * inner.Size))
            {
                _axes[axis] = _axes[axis] with { Size = _axes[axis].Size * inner.Size };
                foreach (var operand in _operands)
                {
                    operand.Strides[axis] = operand.Strides[axis + 1];
                    operand.Strides.RemoveAt(axis + 1);
                }

                _axes.RemoveAt(axis + 1);
            }
        }
    }

    // A sample whose elements lie in one run may be computed up to the end of its padding, which saves the tail.
    private void PadSample(TensorType type, IReadOnlyList<(Value Value, Storage Storage)> operands)
    {
        var last = _axes.Count - 1;
        if (last != (type.Batched ? 1 : 0))
        {
            return;
        }

        var padded = Blocks.RoundUp(_axes[last].Size);
        for (var i = 0; i < _operands.Count; i++)
        {
            var inner = _operands[i].Strides[last];
            var sample = type.Batched ? _operands[i].Strides[0] : 0;
            var wholeSample = inner == 1 && operands[i].Storage.IsPadded && (sample == 0 || sample == padded);
            if (!wholeSample && inner != 0)
            {
                return;
            }
        }

        _axes[last] = _axes[last] with { Size = padded };
    }

    private void RemoveAt(int axis)
    {
        _axes.RemoveAt(axis);
        foreach (var operand in _operands)
        {
            operand.Strides.RemoveAt(axis);
        }
    }
}
