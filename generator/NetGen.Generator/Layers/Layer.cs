using System.Collections.Generic;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>
/// One kind of layer: what it consumes and how it lowers to primitive operations. Nothing else is needed: shapes follow
/// from the operations, the backward pass from their derivatives, the emitted code from the graph. Each class derived
/// from this one joins the language by existing; its name is the attribute's with the ending <c>Layer</c>.
/// </summary>
internal abstract class Layer
{
    /// <summary>The name of the attribute without its ending.</summary>
    public virtual string Kind => GetType().Name.Substring(0, GetType().Name.Length - nameof(Layer).Length);

    /// <summary>The argument that names a user's own method, and how many parameters that takes; null where there is none.</summary>
    public virtual (string Argument, int Parameters)? Function => null;

    /// <summary>The values that the layer consumes: unless a kind says otherwise the one of <c>From</c> or the layer before.</summary>
    public virtual IReadOnlyList<LayerSource> Sources(LayerScope scope) => new[] { scope.DefaultSource() };

    /// <summary>Adds the operations of the layer to the graph, for training or for prediction as <see cref="LayerScope.Training"/> says.</summary>
    public abstract Value Lower(LayerScope scope);
}

/// <summary>A named value that layers can consume, and the kind of the layer that gives it.</summary>
internal sealed record LayerSource(string Name, string Kind, Value Value)
{
    /// <summary>The layer for a message: <c>Dense 'dense1'</c>.</summary>
    public string Describe() => $"{Kind} '{Name}'";
}
