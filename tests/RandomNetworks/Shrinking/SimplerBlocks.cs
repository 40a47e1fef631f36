using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.RandomNetworks.Declarations;

namespace NetGen.RandomNetworks.Shrinking;

/// <summary>A network with its blocks written out, or made smaller themselves.</summary>
internal static class SimplerBlocks
{
    public static IEnumerable<RandomNetwork> Of(RandomNetwork network) => WrittenOut(network).Concat(
        from block in network.Layers.Select(layer => layer.Block).OfType<RandomNetwork>().DistinctBy(block => block.Place.ClassName)
        from smaller in Reductions.Within(block)
        select network with { Layers = [.. network.Layers.Select(layer => layer.Block?.Place.ClassName == block.Place.ClassName ? layer with { Block = smaller } : layer)] });

    // The layers of a block in its place. Where their names collide or they refer to its input, that is no network, and another is tried.
    private static IEnumerable<RandomNetwork> WrittenOut(RandomNetwork network) =>
        from place in Enumerable.Range(0, network.Layers.Length).Reverse()
        let block = network.Layers[place].Block
        where block is not null
        select network with
        {
            Layers = network.Layers.RemoveAt(place).InsertRange(place, block.Layers.Where(layer => layer.Kind.Name is not ("Input" or "Output") && !layer.Kind.IsLoss)),
        };
}
