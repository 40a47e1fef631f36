using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission;

/// <summary>The loops of one reduction.</summary>
internal sealed class ReduceLoops
{
    private readonly ElementKernel _element;
    private readonly bool _isSum;
    private readonly string _total;
    private readonly string _rest;
    private readonly int _inner;
    private readonly IReadOnlyList<int> _kept;
    private readonly IReadOnlyList<int> _reduced;

    /// <param name="element">The formula and its operands.</param>
    /// <param name="reduction">What is computed of all elements.</param>
    /// <param name="total">The name of the vector that accumulates.</param>
    /// <param name="rest">The name of the vector that accumulates the tail.</param>
    public ReduceLoops(ElementKernel element, Reduction reduction, string total, string rest)
    {
        _element = element;
        _isSum = reduction == Reduction.Sum;
        _total = total;
        _rest = rest;
        _inner = element.Iteration.Axes.Count - 1;
        var axes = Enumerable.Range(0, element.Iteration.Axes.Count).ToArray();
        _kept = axes.Where(axis => element.ResultOperand.StrideAt(axis) != 0).ToArray();
        _reduced = axes.Where(axis => element.ResultOperand.StrideAt(axis) == 0).ToArray();
    }

    private string Identity =>
        _isSum ? $"{_element.Type.Name}.Zero" : $"new {_element.Type.Name}({_element.Type.Keyword}.NegativeInfinity)";

    public void Write()
    {
        if (_inner < 0 || _kept.Contains(_inner))
        {
            AlongKept();
        }
        else if (_reduced.Count == 1 && _element.PairsAlong(_inner) is { } x)
        {
            Pairs(x);
        }
        else
        {
            AlongReduced();
        }
    }

    private void AlongKept() =>
        _element.Outer(_kept.Where(axis => axis != _inner).ToArray(), () =>
        {
            if (_inner < 0)
            {
                Column(vector: false);
            }
            else
            {
                _element.InnerTwice(_inner, Column);
            }
        });

    // One vector of results: everything that is reduced into it.
    private void Column(bool vector)
    {
        _element.Writer.Line($"var {_total} = {Identity};");
        if (_reduced.Count == 1)
        {
            _element.Unrolled(_reduced[0], Step);
        }
        else
        {
            _element.Outer(_reduced, Step);
        }

        _element.Writer.Line(_element.ResultOperand.Write(_total, _inner, vector));

        void Step()
        {
            _element.DeclareResting(_inner);
            _element.DeclareMoving(_inner, vector);
            Accumulate(_total);
        }
    }

    // Neighbours, two by two, of two vectors at once.
    private void Pairs(ElementOperand x)
    {
        var (last, name) = (_inner - 1, _isSum ? "SumOfPairs" : "MaximumOfPairs");
        _element.Outer(Enumerable.Range(0, last).ToArray(), () =>
        {
            var (writer, count, width, result) = (_element.Writer, _element.Iteration.Axes[last].Count, _element.Type.Count, _element.ResultOperand.Current);
            writer.Line("var i = 0;");
            writer.Block($"for (; i <= {Addresses.Primary(count)} - {width}; i += {width})", () => writer.Line(
                $"Vector.StoreUnsafe(Lanes.{name}(Vector.LoadUnsafe(ref {x.Current}, (nuint)(2 * i)), Vector.LoadUnsafe(ref {x.Current}, (nuint)((2 * i) + {width}))), ref {result}, (nuint)i);"));
            writer.Line();
            writer.Block($"for (; i < {count}; i++)", () => writer.Line(
                $"{Addresses.At(result, "i")} = Lanes.{name}({Addresses.At(x.Current, "2 * i")}, {Addresses.At(x.Current, "(2 * i) + 1")});"));
        });
    }

    private void AlongReduced() =>
        _element.Outer(_kept, () =>
        {
            var steps = _element.StepsAlong(_inner);
            if (steps != Steps.Elements)
            {
                _element.Writer.Line($"var {_total} = {Identity};");
            }

            if (steps != Steps.Vectors)
            {
                _element.Writer.Line($"var {_rest} = {Identity};");
            }

            _element.Outer(_reduced.Where(axis => axis != _inner).ToArray(), () =>
            {
                _element.DeclareResting(_inner);
                _element.Inner(_inner, vector =>
                {
                    _element.DeclareMoving(_inner, vector);
                    Accumulate(vector ? _total : _rest);
                });
            });
            _element.Writer.Line($"{_element.ResultOperand.Element(0)} = {Together(steps)};");
        });

    private string Together(Steps steps) => steps switch
    {
        Steps.Elements => $"{_rest}.ToScalar()",
        Steps.Vectors => _isSum ? $"Lanes.Sum({_total})" : $"Lanes.Maximum({_total}, {_total})",
        _ => _isSum ? $"Lanes.Sum({_total}) + {_rest}.ToScalar()" : $"Lanes.Maximum({_total}, {_rest})",
    };

    private void Accumulate(string accumulator) =>
        _element.Writer.Line(_isSum
            ? $"{accumulator} += {_element.Code.Result};"
            : $"{accumulator} = Vector.Max({accumulator}, {_element.Code.Result});");
}
