using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.RandomNetworks.Declarations;

namespace NetGen.RandomNetworks.Shrinking;

/// <summary>The networks that are a little smaller than a network, those that take away most first.</summary>
internal static class Reductions
{
    public static IEnumerable<RandomNetwork> Of(RandomNetwork network) =>
        FewerLayers(network)
            .Concat(PlainerLayers(network))
            .Concat(SimplerBlocks.Of(network))
            .Concat(network.Settings.Keys.Select(setting => network with { Settings = network.Settings.Remove(setting) }))
            .Concat(FewerArguments(network))
            .Concat(SimplerArguments(network))
            .Concat(SimplerMethods.Of(network))
            .Concat(PlainerPlaces(network));

    /// <summary>Those of a network that is a part of another, which keeps its name and stays a part.</summary>
    public static IEnumerable<RandomNetwork> Within(RandomNetwork block) =>
        FewerLayers(block).Concat(PlainerLayers(block)).Concat(SimplerBlocks.Of(block)).Concat(FewerArguments(block)).Concat(SimplerArguments(block));

    private static IEnumerable<RandomNetwork> FewerLayers(RandomNetwork network)
    {
        foreach (var i in Places(network))
        {
            var fewer = network.Layers.RemoveAt(i);
            yield return network with { Layers = fewer };
            if (network.Layers[i].Name is { } name && fewer.Any(layer => name.Equals(layer.Named.GetValueOrDefault("From"))))
            {
                // What consumed it consumes the layer before.
                yield return network with { Layers = [.. fewer.Select(layer => name.Equals(layer.Named.GetValueOrDefault("From")) ? layer with { Named = layer.Named.Remove("From") } : layer)] };
            }
        }
    }

    /// <summary>Takes a layer out that others refer to.</summary>
    private static IEnumerable<RandomNetwork> PlainerLayers(RandomNetwork network)
    {
        var identity = LayerKind.All.First(kind => kind.Name == "Identity");
        return Places(network).Where(i => network.Layers[i].Kind.Name is not ("Identity" or "Input" or "Output") && !network.Layers[i].Kind.IsLoss)
            .Select(i => With(network, i, new RandomLayer(
                identity, [], network.Layers[i].Named.RemoveRange(network.Layers[i].Named.Keys.Where(name => name is not ("Name" or "From"))))));
    }

    private static IEnumerable<RandomNetwork> FewerArguments(RandomNetwork network)
    {
        foreach (var i in Places(network))
        {
            var layer = network.Layers[i];
            foreach (var name in layer.Named.Keys)
            {
                yield return With(network, i, layer with { Named = layer.Named.Remove(name) });
            }

            if (layer.Positional.Length > 0 && layer.Kind.Positional[layer.Positional.Length - 1].IsOptional)
            {
                yield return With(network, i, layer with { Positional = layer.Positional.RemoveAt(layer.Positional.Length - 1) });
            }
        }
    }

    private static IEnumerable<RandomNetwork> PlainerPlaces(RandomNetwork network)
    {
        var place = network.Place;
        if (place != NetworkPlace.Alone)
        {
            yield return network with { Place = NetworkPlace.Alone };
            if (place.Namespace.Length > 0)
            {
                yield return network with { Place = place with { Namespace = string.Empty } };
            }

            if (place.MethodsAround)
            {
                yield return network with { Place = place with { MethodsAround = false } };
            }

            for (var i = 0; i < place.Containers.Length; i++)
            {
                yield return network with { Place = place with { Containers = place.Containers.RemoveAt(i) } };
            }
        }
    }

    private static IEnumerable<RandomNetwork> SimplerArguments(RandomNetwork network)
    {
        foreach (var i in Places(network))
        {
            var layer = network.Layers[i];
            for (var place = 0; place < layer.Positional.Length; place++)
            {
                foreach (var simpler in Simpler.Than(layer.Positional[place]))
                {
                    yield return With(network, i, layer with { Positional = layer.Positional.SetItem(place, simpler) });
                }
            }

            foreach (var (name, value) in layer.Named)
            {
                foreach (var simpler in Simpler.Than(value))
                {
                    yield return With(network, i, layer with { Named = layer.Named.SetItem(name, simpler) });
                }
            }
        }
    }

    private static IEnumerable<int> Places(RandomNetwork network) => Enumerable.Range(0, network.Layers.Length).Reverse();

    private static RandomNetwork With(RandomNetwork network, int place, RandomLayer layer) =>
        network with { Layers = network.Layers.SetItem(place, layer) };
}
