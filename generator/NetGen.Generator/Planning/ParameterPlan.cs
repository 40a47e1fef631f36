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

    // The axis of the first contraction's result that comes from the parameter; the outputs of a dense layer.
    private static int LaneAxis(ComputationGraph graph, ParameterInfo parameter)
    {
        foreach (var value in graph.Values)
        {
            if (value.Operation is ContractOperation contract && contract.Result.Length > 0)
            {
                for (var i = 0; i < 2; i++)
                {
                    var labels = i == 0 ? contract.Left : contract.Right;
                    var axis = labels.IndexOf(contract.Result[contract.Result.Length - 1]);
                    if (axis >= 0 && value.Operands[i].Operation is ParameterOperation found && found.Name == parameter.Name)
                    {
                        return axis;
                    }
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
