using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Planning;

/// <summary>
/// Where every parameter lies in the flat buffer: one after the other in canonical order, each in the layout that the
/// forward pass of training wants.
/// </summary>
internal sealed class ParameterPlan
{
    private readonly Dictionary<string, ParameterPlace> _places;

    private ParameterPlan(IReadOnlyList<ParameterPlace> places)
    {
        Places = places;
        _places = places.ToDictionary(place => place.Parameter.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<ParameterPlace> Places { get; }

    public ParameterPlace this[string name] => _places[name];

    public static ParameterPlan Of(NetworkModel model)
    {
        var places = new List<ParameterPlace>();
        var offset = 0L;
        foreach (var parameter in model.Parameters)
        {
            var laneAxis = LaneAxis(model.Training, parameter);
            var place = new ParameterPlace(parameter, checked((int)offset), laneAxis);
            places.Add(place);
            offset += place.Length;
        }

        return new ParameterPlan(places);
    }

    // The first axis of the first contraction's result that comes from the parameter alone: the outputs of a dense layer, the filters of a convolution.
    private static int LaneAxis(ComputationGraph graph, ParameterInfo parameter)
    {
        foreach (var value in graph.Values)
        {
            for (var i = 0; i < 2 && value.Operation is ContractOperation; i++)
            {
                var contract = (ContractOperation)value.Operation;
                var (labels, others) = (ContractionForm.Labels(contract, i), ContractionForm.Labels(contract, 1 - i));
                var own = contract.Result.FirstOrDefault(label => labels.Contains(label) && !others.Contains(label));
                if (own != default && value.Operands[i].Operation is ParameterOperation found && found.Name == parameter.Name)
                {
                    return labels.IndexOf(own);
                }
            }
        }

        return 0;
    }
}

/// <summary>One parameter's range of the flat buffer.</summary>
internal sealed record ParameterPlace(ParameterInfo Parameter, int Offset, int LaneAxis)
{
    /// <summary>With one axis or none, blocks of 16 along it and row-major order are the same.</summary>
    public Layout Layout => Parameter.Shape.Rank < 2 ? Layout.RowMajor : new Layout(LaneAxis);

    public long Length => Blocks.Length(Parameter.Shape, Parameter.Shape.Rank == 0 ? Layout.RowMajor : new Layout(LaneAxis));
}
