using System;
using System.Linq;
using static NetGen.Generator.Graph.GraphVerifier;

namespace NetGen.Generator.Graph;

/// <summary>What each operation asks of its operands, its numbers and its type.</summary>
internal static class OperationRules
{
    /// <exception cref="InvalidGraphException">A rule does not hold.</exception>
    public static void Verify(Value value)
    {
        GroupRules.VerifySame(value);
        switch (value.Operation)
        {
            case ParameterOperation or ConstantOperation or IotaOperation or InputOperation or RandomOperation:
                VerifyLeaf(value);
                break;
            case ContractOperation contract:
                ContractRules.Verify(value, contract);
                break;
            case MapOperation map:
                MapRules.Verify(value, map);
                break;
            case ReduceOperation or ArgMaxOperation or SparsemaxThresholdOperation:
                VerifyReduction(value);
                break;
            case WinogradOperation winograd:
                WinogradRules.Verify(value, winograd);
                break;
            case WinogradWeightOperation weight:
                WinogradRules.Verify(value, weight);
                break;
            case WinogradSumsOperation sums:
                WinogradRules.Verify(value, sums);
                break;
            case WinogradWindowsOperation windows:
                WinogradRules.Verify(value, windows);
                break;
            case ConcatOperation concat:
                VerifyConcat(value, concat);
                break;
            default:
                MovementRules.Verify(value);
                break;
        }
    }

    internal static void RequireOperands(Value value, int count) =>
        Require(value.Operands.Count == count, value, $"takes {count} operands, not {value.Operands.Count}");

    internal static void RequireAxis(Value value, int axis, Shape shape) =>
        Require(axis >= 0 && axis < shape.Rank, value, $"axis {axis} is not one of {shape}");

    internal static void RequireType(Value value, TensorType type) =>
        Require(value.Type.Equals(type), value, $"the rule gives {type}");

    internal static void RequireFloat(Value value, Value operand) =>
        Require(operand.Type.Element == ElementKind.Float, value, $"the operand %{operand.Id} is not of floats");

    private static void VerifyLeaf(Value value)
    {
        RequireOperands(value, 0);
        switch (value.Operation)
        {
            case InputOperation input:
                VerifyInput(value, input);
                break;
            case RandomOperation random:
                RequireType(value, TensorType.PerSample(value.Shape));
                Require(random.Stream >= 0, value, "has a negative stream");
                Require(random.Kind != RandomKind.Bernoulli || (random.Parameter >= 0 && random.Parameter <= 1), value, "has no probability");
                break;
            case IotaOperation iota:
                RequireType(value, TensorType.Shared(value.Shape));
                RequireAxis(value, iota.Axis, value.Shape);
                break;
            default:
                RequireType(value, TensorType.Shared(value.Shape));
                break;
        }
    }

    private static void VerifyInput(Value value, InputOperation input)
    {
        Require(value.Batched, value, "an input has a sample axis");
        var classIndex = input.Role == InputRole.Target && value.Shape.Rank == 0;
        Require(classIndex || value.Type.Element == ElementKind.Float, value, "only a class index is an integer, and it is a target with no axes");
        Require(input.Role != InputRole.SampleScale || value.Shape.Rank == 0, value, "a sample scale is one number");
    }

    private static void VerifyReduction(Value value)
    {
        RequireOperands(value, 1);
        var operand = value.Operands[0];
        RequireFloat(value, operand);
        var last = operand.Shape.Rank - 1;
        switch (value.Operation)
        {
            case ReduceOperation reduce:
                Require(reduce.Axes.Zip(reduce.Axes.Skip(1), (axis, next) => axis < next).All(ascends => ascends), value, "its axes do not ascend");
                foreach (var axis in reduce.Axes)
                {
                    RequireAxis(value, axis, operand.Shape);
                }

                Require(!reduce.OverSamples || operand.Batched, value, "reduces over a sample axis that there is not");
                RequireType(value, TypeRules.Reduce(reduce, operand.Type));
                break;
            case ArgMaxOperation argMax:
                RequireAxis(value, argMax.Axis, operand.Shape);
                RequireType(value, operand.Type with { Shape = operand.Shape.With(argMax.Axis, 1) });
                break;
            default:
                RequireAxis(value, last, operand.Shape);
                RequireType(value, operand.Type with { Shape = operand.Shape.With(last, 1) });
                break;
        }
    }

    private static void VerifyConcat(Value value, ConcatOperation concat)
    {
        Require(value.Operands.Count > 0, value, "takes at least one operand");
        var first = value.Operands[0].Type;
        RequireAxis(value, concat.Axis, first.Shape);
        foreach (var operand in value.Operands)
        {
            Require(
                operand.Shape.Rank == first.Shape.Rank
                    && operand.Shape.With(concat.Axis, 1).Equals(first.Shape.With(concat.Axis, 1))
                    && operand.Type.Element == first.Element,
                value,
                $"{operand.Type} does not join {first}");
        }

        var joined = value.Operands.Sum(operand => (long)operand.Shape[concat.Axis]);
        Require(joined <= int.MaxValue, value, "joins more than an axis holds");
        RequireType(value, TypeRules.Concat(concat.Axis, value.Operands.Select(operand => operand.Type).ToArray()));
    }
}
