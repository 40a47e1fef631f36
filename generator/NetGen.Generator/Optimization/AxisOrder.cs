using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Optimization;

/// <summary>In which order the axes of a value lie: place i has the axis <c>Axes[i]</c> of the value as it was declared.</summary>
internal sealed record AxisOrder(EquatableArray<int> Axes)
{
    private AxisOrder(IEnumerable<int> axes)
        : this(new EquatableArray<int>(axes))
    {
    }

    public bool IsIdentity => Axes.Select((axis, place) => axis == place).All(same => same);

    public int this[int place] => Axes[place];

    public static AxisOrder Identity(int rank) => new(Enumerable.Range(0, rank));

    public static AxisOrder Of(IEnumerable<int> axes) => new(axes);

    /// <summary>The place of an axis.</summary>
    public int IndexOf(int axis) => Axes.ToList().IndexOf(axis);

    /// <summary>The same order but for one axis, which comes last.</summary>
    public AxisOrder WithLast(int axis) => new(Axes.Where(other => other != axis).Concat(new[] { axis }));

    /// <summary>The sizes in this order.</summary>
    public Shape Apply(Shape shape) => new(Axes.Select(axis => shape[axis]));

    /// <summary>The order when an axis has become two.</summary>
    public AxisOrder Split(int axis) =>
        new(Axes.SelectMany(other => other < axis ? new[] { other } : other == axis ? new[] { axis, axis + 1 } : new[] { other + 1 }));

    /// <summary>The order when an axis and the one behind it have become one.</summary>
    public AxisOrder Join(int axis) => new(Axes.Where(other => other != axis + 1).Select(other => other > axis ? other - 1 : other));
}

/// <summary>A value and the order of its axes.</summary>
internal sealed record OrderedValue(Value Value, AxisOrder Order);
