using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// The order of axes behind a reshape of a value whose axes lie in another order: axes that become others together, as a channel that is
/// divided into groups, are one run, and runs stay where they are.
/// </summary>
internal static class ReshapedOrder
{
    /// <summary>The order of the new axes; null where a run is torn apart, so that elements would have to be moved.</summary>
    public static AxisOrder? Of(Shape from, AxisOrder order, Shape to)
    {
        var runs = Runs(from, to);
        if (runs is null)
        {
            return null;
        }

        var places = order.Axes.Where(axis => from[axis] > 1).ToList();
        var begins = new List<(int Place, IReadOnlyList<int> To)>();
        foreach (var (sources, targets) in runs)
        {
            var place = places.IndexOf(sources[0]);
            if (!places.Skip(place).Take(sources.Count).SequenceEqual(sources))
            {
                return null;
            }

            begins.Add((place, targets));
        }

        return WithSingleAxes(begins.OrderBy(run => run.Place).SelectMany(run => run.To), to);
    }

    /// <summary>Which axes of more than one element become which; null where the shapes differ in their number of elements.</summary>
    public static List<(IReadOnlyList<int> From, IReadOnlyList<int> To)>? Runs(Shape from, Shape to)
    {
        var runs = new List<(IReadOnlyList<int>, IReadOnlyList<int>)>();
        var (sources, targets) = (Long(from), Long(to));
        for (var (i, j) = (0, 0); i < sources.Count || j < targets.Count;)
        {
            if (i == sources.Count || j == targets.Count)
            {
                return null;
            }

            var (own, others) = (new List<int> { sources[i] }, new List<int> { targets[j] });
            for (long left = from[sources[i++]], right = to[targets[j++]]; left != right;)
            {
                if (left < right)
                {
                    left *= from[sources[i]];
                    own.Add(sources[i++]);
                }
                else
                {
                    right *= to[targets[j]];
                    others.Add(targets[j++]);
                }
            }

            runs.Add((own, others));
        }

        return runs;
    }

    private static List<int> Long(Shape shape) => Enumerable.Range(0, shape.Rank).Where(axis => shape[axis] > 1).ToList();

    // An axis of one element stands behind the one that it is declared behind.
    private static AxisOrder WithSingleAxes(IEnumerable<int> axes, Shape shape)
    {
        var all = axes.ToList();
        for (var axis = 0; axis < shape.Rank; axis++)
        {
            if (shape[axis] == 1)
            {
                all.Insert(axis == 0 ? 0 : all.IndexOf(axis - 1) + 1, axis);
            }
        }

        return AxisOrder.Of(all);
    }
}
