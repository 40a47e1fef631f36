using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Testing.Reference;

/// <summary>
/// Runs a graph value by value in double precision, as plainly as the rules of the operations are written. It shares no
/// code with the passes or with what they emit, and is what both are compared with.
/// </summary>
internal static class ReferenceInterpreter
{
    /// <summary>Computes the results of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="samples">How many samples the inputs have.</param>
    /// <param name="parameters">The parameters by name, in canonical row-major order.</param>
    /// <param name="inputs">The inputs by name and role, sample by sample.</param>
    /// <param name="random">The numbers of random operations; null where the graph has none.</param>
    public static IReadOnlyDictionary<(string Name, ResultRole Role), double[]> Run(
        ComputationGraph graph,
        int samples,
        IReadOnlyDictionary<string, double[]> parameters,
        IReadOnlyDictionary<(string Name, InputRole Role), double[]> inputs,
        IRandomNumbers? random = null)
    {
        var tensors = Evaluate(graph, samples, parameters, inputs, random);
        return graph.Results.ToDictionary(result => (result.Name, result.Role), result => tensors[result.Value.Id].Data);
    }

    /// <summary>Computes every value of a graph, in the order of their ids; the parameters are those of <see cref="Run"/>.</summary>
    public static ReferenceTensor[] Evaluate(
        ComputationGraph graph,
        int samples,
        IReadOnlyDictionary<string, double[]> parameters,
        IReadOnlyDictionary<(string Name, InputRole Role), double[]> inputs,
        IRandomNumbers? random = null)
    {
        var tensors = new ReferenceTensor[graph.Values.Count];
        foreach (var value in graph.Values)
        {
            var operands = value.Operands.Select(operand => tensors[operand.Id]).ToArray();
            tensors[value.Id] = value.Operation switch
            {
                ParameterOperation parameter => new ReferenceTensor(value.Type, samples, parameters[parameter.Name]),
                InputOperation input => new ReferenceTensor(value.Type, samples, inputs[(input.Name, input.Role)]),
                RandomOperation operation => new ReferenceTensor(value.Type, samples, Draw(operation, samples, value, random)),
                _ => Compute(value, samples, operands),
            };
        }

        return tensors;
    }

    private static double[] Draw(RandomOperation operation, int samples, Value value, IRandomNumbers? random) =>
        random?.Draw(operation, samples, (int)value.Shape.Count)
        ?? throw new ArgumentException($"The graph draws random numbers: {value}.", nameof(random));

    private static ReferenceTensor Compute(Value value, int samples, ReferenceTensor[] operands)
    {
        var result = new ReferenceTensor(value.Type, samples);
        switch (value.Operation)
        {
            case ConstantOperation constant:
                Array.Fill(result.Data, constant.Value);
                break;
            case IotaOperation iota:
                ReferenceArithmetic.Iota(result, iota);
                break;
            case ContractOperation contract:
                ReferenceArithmetic.Contract(result, contract, operands[0], operands[1]);
                break;
            case MapOperation map:
                ReferenceArithmetic.Map(result, map, operands);
                break;
            case ReduceOperation reduce:
                ReferenceArithmetic.Reduce(result, reduce, operands[0]);
                break;
            case ArgMaxOperation argMax:
                ReferenceArithmetic.ArgMax(result, argMax, operands[0]);
                break;
            case SparsemaxThresholdOperation:
                ReferenceArithmetic.SparsemaxThreshold(result, operands[0]);
                break;
            case WinogradOperation winograd:
                ReferenceWinograd.Sum(result, winograd, operands[0], operands[1]);
                break;
            case WinogradWeightOperation weight:
                ReferenceWinograd.Weight(result, weight, operands[0]);
                break;
            case WinogradSumsOperation sums:
                ReferenceWinograd.Sums(result, sums, operands[0], operands[1]);
                break;
            case WinogradWindowsOperation windows:
                ReferenceWinograd.Windows(result, windows, operands[0]);
                break;
            default:
                ReferenceMovement.Compute(result, value.Operation, operands);
                break;
        }

        return result;
    }
}
