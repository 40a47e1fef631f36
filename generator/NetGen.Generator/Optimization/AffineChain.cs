using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// y = scale · x + shift, where x lies some maps and reshapes below y, and scale and shift depend on parameters only. Both are values in the shapes of y's axes or single
/// numbers along them.
/// </summary>
internal sealed class AffineChain
{
    private readonly GraphBuilder _builder;
    private readonly List<Shape> _shapes = new();

    public AffineChain(GraphBuilder builder, Shape top)
    {
        _builder = builder;
        _shapes.Add(top);
    }

    /// <summary>The factor; null while it is one.</summary>
    public Value? Scale { get; private set; }

    /// <summary>What is added; null while it is nothing.</summary>
    public Value? Shift { get; private set; }

    /// <summary>Goes through a reshape.</summary>
    public void Reshape(Shape below) => _shapes.Add(below);

    /// <summary>Goes through y = a · x + c; false where the numbers cannot be brought into the shape at the top.</summary>
    /// <param name="expression">The formula.</param>
    /// <param name="place">Which operand is x.</param>
    /// <param name="operands">The others.</param>
    public bool Map(Expression expression, int place, IReadOnlyList<Value?> operands)
    {
        var raised = operands.Select((operand, i) => i == place ? null : Up(operand!)).ToArray();
        if (raised.Where((operand, i) => i != place).Any(operand => operand is null))
        {
            return false;
        }

        // c · scale + shift, and a · scale.
        var (scale, shift) = (new Operand(raised.Length), new Operand(raised.Length + 1));
        var factor = Derivative.Of(expression, place);
        var rest = Simplifier.Simplify(expression.Substitute(Enumerable.Range(0, raised.Length).Select(i => i == place ? new Constant(0) : (Expression)new Operand(i)).ToArray()));
        var all = raised.Append(Scale).Append(Shift).ToArray();
        var nextShift = Add(Simplifier.Simplify((Scale is null ? rest : rest * scale) + (Shift is null ? new Constant(0) : shift)), all);
        Scale = Add(Simplifier.Simplify(Scale is null ? factor : factor * scale), all, neutral: 1);
        Shift = nextShift;
        return true;
    }

    /// <summary>The factor in the shape of a weight of a contraction; null where the weight has no such axes in that order, or there is no factor.</summary>
    public Value? ScaleOf(Value weight, string labels, string result)
    {
        if (Scale is null || Down(Scale) is not { } scale)
        {
            return null;
        }

        var outputs = result.TrimStart(TypeRules.SampleLabel);
        var first = outputs.Length - scale.Shape.Rank;
        var scaled = Enumerable.Range(0, scale.Shape.Rank).Where(axis => scale.Shape[axis] > 1).Select(axis => outputs[first + axis]).ToArray();
        return labels.Where(label => scaled.Contains(label)).SequenceEqual(scaled)
            ? _builder.Reshape(scale, new Shape(weight.Shape.Sizes.Select((size, axis) => scaled.Contains(labels[axis]) ? size : 1)))
            : null;
    }

    /// <summary>The value at the top, from a scaled one below.</summary>
    public Value Apply(Value scaled)
    {
        foreach (var shape in _shapes.AsEnumerable().Reverse().Skip(1))
        {
            scaled = _builder.Reshape(scaled, shape);
        }

        return Shift is null ? scaled : _builder.Map(new Operand(0) + new Operand(1), scaled, Shift);
    }

    private Value? Add(Expression expression, IReadOnlyList<Value?> operands, double neutral = 0)
    {
        if (expression is Constant { Value: var number })
        {
            return number == neutral ? null : _builder.Constant(number, Shape.Scalar);
        }

        var (compact, used) = MapOperands.Compact(expression, operands!);
        return compact is Operand ? used[0] : _builder.Map(compact, used.Length > 0 ? used : new[] { _builder.Constant(0, Shape.Scalar) });
    }

    private Value? Up(Value value)
    {
        for (var i = _shapes.Count - 1; i > 0; i--)
        {
            if (Moved(value, _shapes[i], _shapes[i - 1]) is not { } moved)
            {
                return null;
            }

            value = moved;
        }

        return value;
    }

    private Value? Down(Value value)
    {
        for (var i = 0; i < _shapes.Count - 1; i++)
        {
            if (Moved(value, _shapes[i], _shapes[i + 1]) is not { } moved)
            {
                return null;
            }

            value = moved;
        }

        return value;
    }

    // Numbers for axes of one shape as those for the axes that these become.
    private Value? Moved(Value value, Shape from, Shape to)
    {
        var sizes = Enumerable.Repeat(1, from.Rank - value.Shape.Rank).Concat(value.Shape.Sizes).ToArray();
        var moved = Enumerable.Repeat(1, to.Rank).ToArray();
        foreach (var (sources, targets) in ReshapedOrder.Runs(from, to) ?? new List<(IReadOnlyList<int>, IReadOnlyList<int>)>())
        {
            if (sources.All(axis => sizes[axis] == 1))
            {
                continue;
            }

            if (sources.Any(axis => sizes[axis] == 1))
            {
                return null;
            }

            foreach (var axis in targets)
            {
                moved[axis] = to[axis];
            }
        }

        return _builder.Reshape(value, new Shape(moved));
    }
}
