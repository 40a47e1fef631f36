using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Testing.Reference;

namespace NetGen.RandomNetworks.Bounds;

/// <summary>
/// For every element of every value of a graph, how far a program that rounds may be from what the reference interpreter
/// computes. The bounds follow each number through the graph (a running error analysis; Higham, "Accuracy and Stability of
/// Numerical Algorithms", 2002, section 3.3) and hold for any order of summation: they come from sizes and precision, not
/// from what the program gives.
/// </summary>
internal sealed class ErrorBounds
{
    private readonly Arithmetic _arithmetic;
    private readonly BoundedExpression _expressions;
    private readonly ReferenceTensor[] _values;
    private readonly ReferenceTensor[] _errors;
    private readonly int _samples;

    private ErrorBounds(ReferenceTensor[] values, int samples, Arithmetic arithmetic)
    {
        (_values, _samples, _arithmetic) = (values, samples, arithmetic);
        _expressions = new BoundedExpression(arithmetic);
        _errors = new ReferenceTensor[values.Length];
    }

    /// <summary>The bounds of all values, given the values.</summary>
    public static ReferenceTensor[] Of(ComputationGraph graph, ReferenceTensor[] values, int samples, Arithmetic arithmetic)
    {
        var bounds = new ErrorBounds(values, samples, arithmetic);
        foreach (var value in graph.Values)
        {
            var errors = bounds.Errors(value);
            bounds._errors[value.Id] = errors;

            // What comes of numbers of which nothing is known is not known either.
            Fill(errors, i => double.IsNaN(errors.Data[i]) || double.IsNaN(values[value.Id].Data[i]) ? double.PositiveInfinity : errors.Data[i]);
        }

        return bounds._errors;
    }

    private ReferenceTensor Errors(Value value)
    {
        var errors = new ReferenceTensor(value.Type, _samples);
        switch (value.Operation)
        {
            // Numbers that are handed over are numbers of the program's precision.
            case ParameterOperation or InputOperation { Role: not InputRole.SampleScale } or IotaOperation:
                break;
            case InputOperation:
                Fill(errors, i => _arithmetic.Rounded(_values[value.Id].Data[i], 0, _samples + 3));
                break;
            case ConstantOperation or RandomOperation:
                Fill(errors, i => _arithmetic.Rounded(_values[value.Id].Data[i], 0));
                break;
            case ContractOperation contract:
                Contract(errors, contract, value.Operands[0].Id, value.Operands[1].Id);
                break;
            case MapOperation map:
                Map(errors, map, [.. value.Operands.Select(operand => operand.Id)]);
                break;
            case ReduceOperation reduce:
                Reduce(errors, reduce, value.Operands[0].Id);
                break;
            case FoldOperation fold:
                Fold(errors, fold, value.Operands[0].Id);
                break;
            case PadOperation pad:
                // The number is rounded to the program's precision; an infinite one is exact.
                ReferenceMovement.Compute(errors, pad with { Value = double.IsInfinity(pad.Value) ? 0 : _arithmetic.Rounded(pad.Value, 0) }, [_errors[value.Operands[0].Id]]);
                break;
            case ArgMaxOperation argMax:
                ArgMax(errors, argMax.Axis, value.Operands[0].Id);
                break;
            case SparsemaxThresholdOperation:
                Threshold(errors, value.Operands[0].Id);
                break;
            default:
                ReferenceMovement.Compute(errors, value.Operation, [.. value.Operands.Select(operand => _errors[operand.Id])]);
                break;
        }

        return errors;
    }

    private static void Fill(ReferenceTensor errors, Func<int, double> error)
    {
        for (var i = 0; i < errors.Data.Length; i++)
        {
            errors.Data[i] = error(i);
        }
    }

    /// <summary>Σ xᵢ·yᵢ in any order: what the factors bring, and (K + 1)·u·Σ|xᵢ·yᵢ| of its own.</summary>
    private void Contract(ReferenceTensor errors, ContractOperation contract, int left, int right)
    {
        var terms = new ReferenceTensor(errors.Type, _samples);
        Sum(terms, _values[left], _values[right]);
        Sum(errors, _values[left], _errors[right]);
        Sum(errors, _errors[left], _values[right]);
        Sum(errors, _errors[left], _errors[right]);
        var count = Sizes(contract.Left, _values[left]).Concat(Sizes(contract.Right, _values[right])).Distinct()
            .Where(axis => !contract.Result.Contains(axis.Label)).Aggregate(1.0, (product, axis) => product * axis.Size);
        Fill(errors, i => _arithmetic.Rounded(terms.Data[i], errors.Data[i], count + 1));
        WinogradBound.Add(errors, contract, Greatest(left), Greatest(right), _arithmetic);

        void Sum(ReferenceTensor result, ReferenceTensor x, ReferenceTensor y) =>
            ReferenceArithmetic.Contract(result, contract, Absolute(x), Absolute(y));
    }

    private IEnumerable<(char Label, int Size)> Sizes(string labels, ReferenceTensor value) =>
        labels.TrimStart(TypeRules.SampleLabel).Select((label, axis) => (label, value.Type.Shape[axis]))
            .Concat(labels.Where(label => label == TypeRules.SampleLabel).Select(label => (label, _samples)));

    private void Map(ReferenceTensor errors, MapOperation map, int[] operands)
    {
        var numbers = new Bounded[operands.Length];
        foreach (var index in errors.Indices())
        {
            for (var i = 0; i < operands.Length; i++)
            {
                numbers[i] = new Bounded(_values[operands[i]].Broadcast(index, errors.Type), _errors[operands[i]].Broadcast(index, errors.Type));
            }

            errors[index] = _expressions.Evaluate(map.Expression, numbers).Error;
        }
    }

    private void Reduce(ReferenceTensor errors, ReduceOperation reduce, int operand)
    {
        if (reduce.Reduction == Reduction.Maximum)
        {
            ReferenceArithmetic.Reduce(errors, reduce, _errors[operand]);
            return;
        }

        var terms = new ReferenceTensor(errors.Type, _samples);
        ReferenceArithmetic.Reduce(terms, reduce, Absolute(_values[operand]));
        ReferenceArithmetic.Reduce(errors, reduce, _errors[operand]);
        var count = _values[operand].Data.Length / Math.Max(1, errors.Data.Length);
        Fill(errors, i => _arithmetic.Rounded(terms.Data[i], errors.Data[i], count));
    }

    /// <summary>A sum of as many terms as there are windows over an element.</summary>
    private void Fold(ReferenceTensor errors, FoldOperation fold, int operand)
    {
        var terms = new ReferenceTensor(errors.Type, _samples);
        ReferenceMovement.Compute(terms, fold, [Absolute(_values[operand])]);
        ReferenceMovement.Compute(errors, fold, [_errors[operand]]);
        Fill(errors, i => _arithmetic.Rounded(terms.Data[i], errors.Data[i], fold.Windows.Overlap));
    }

    /// <summary>Any index may come out where rounding decides which element is the greatest.</summary>
    private void ArgMax(ReferenceTensor errors, int axis, int operand)
    {
        foreach (var index in errors.Indices())
        {
            var line = Line(operand, index, axis + _values[operand].FirstAxis);
            var greatest = line.MaxBy(number => number.Value);
            var rivals = line.Where(number => !number.IsKnown || number.High >= greatest.Low).ToArray();
            errors[index] = rivals.Length == 1 || rivals.All(rival => rival.Error == 0) ? 0 : line.Count;
        }
    }

    /// <summary>The threshold moves by at most as much as the element that moves most.</summary>
    private void Threshold(ReferenceTensor errors, int operand)
    {
        foreach (var index in errors.Indices())
        {
            var line = Line(operand, index, _values[operand].Dimensions.Length - 1);
            errors[index] = _arithmetic.Rounded(line.Max(number => number.Greatest) + 1, line.Max(number => number.Error), line.Count + 4);
        }
    }

    private List<Bounded> Line(int operand, int[] index, int axis)
    {
        var place = index.ToArray();
        var line = new List<Bounded>();
        for (place[axis] = 0; place[axis] < _values[operand].Dimensions[axis]; place[axis]++)
        {
            line.Add(new Bounded(_values[operand][place], _errors[operand][place]));
        }

        return line;
    }

    // The greatest absolute value that each element may have; infinite where nothing is known of it.
    private ReferenceTensor Greatest(int value) => new(_values[value].Type, _samples, [.. _values[value].Data.Zip(_errors[value].Data, (number, error) =>
        double.IsFinite(number) && double.IsFinite(error) ? Math.Abs(number) + error : double.PositiveInfinity)]);

    private ReferenceTensor Absolute(ReferenceTensor tensor) =>
        new(tensor.Type, _samples, Array.ConvertAll(tensor.Data, Math.Abs));
}
