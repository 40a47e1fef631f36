using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>Lowers one layer of a network or of a block.</summary>
internal static class LayerLowering
{
    /// <summary>Adds the operations of a layer whose inputs are known and says what it gives.</summary>
    public static LayerSource Lower(Layer layer, LayerScope scope)
    {
        var model = scope.Model;
        var (values, parameters, layers) = (model.Builder.Graph.Values.Count, model.Parameters.Count, model.Layers.Count);
        var value = layer.Lower(scope);
        CheckSizes(scope, values);
        var source = new LayerSource(scope.Name, layer.Kind, value);
        if (layer is Structure.OutputLayer)
        {
            return source;
        }

        // What the layers of a block have is theirs.
        var inside = model.Layers.Count > layers;
        model.Add(new LayerInfo(
            scope.Name,
            scope.Declaration.Block is { } block ? $"{layer.Kind}<{block.TypeName}>" : layer.Kind,
            scope.Inputs.Select(input => input.Name).ToArray(),
            value.Shape,
            inside ? 0 : model.Parameters.Skip(parameters).Sum(parameter => parameter.WeightCount),
            inside ? 0 : model.Builder.Graph.Values.Skip(values).Sum(WorkEstimate.MultiplyAdds)));
        return source;
    }

    /// <summary>Every value on the way counts, not only the last: none may be larger than memory can be planned for.</summary>
    public static void CheckSizes(LayerScope scope, int valuesBefore)
    {
        foreach (var value in scope.Model.Builder.Graph.Values.Skip(valuesBefore).Where(value => value.Shape.Count > Shape.MaximumCount))
        {
            throw scope.TooLarge(value.Shape, value.Shape.Count);
        }
    }
}
