using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Layers;

/// <summary>All kinds of layers, by the name of the attribute. A kind joins by being a class derived from <see cref="Layer"/>.</summary>
internal static class LayerCatalogue
{
    public static IReadOnlyDictionary<string, Layer> Kinds { get; } = typeof(Layer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(Layer).IsAssignableFrom(type))
        .Select(type => (Layer)Activator.CreateInstance(type))
        .ToDictionary(layer => layer.Kind, StringComparer.Ordinal);
}
