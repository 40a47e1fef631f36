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
            .Concat(network.Settings.Keys.Select(setting => network with { Settings = network.Settings.Remove(setting) }))
            .Concat(FewerArguments(network))
            .Concat(SmallerArguments(network))
            .Concat(PlainerMethods(network));

    private static IEnumerable<RandomNetwork> FewerLayers(RandomNetwork network) =>
        Places(network).Select(i => network with { Layers = network.Layers.RemoveAt(i) });

    /// <summary>Takes a layer out that others refer to.</summary>
    private static IEnumerable<RandomNetwork> PlainerLayers(RandomNetwork network)
    {
        var identity = LayerKind.All.First(kind => kind.Name == "Identity");
        return Places(network).Where(i => network.Layers[i].Kind.Name is not ("Identity" or "Input" or "Output") && !network.Layers[i].Kind.IsLoss)
            .Select(i => With(network, i, new RandomLayer(
                identity, [], network.Layers[i].Named.RemoveRange(network.Layers[i].Named.Keys.Where(name => name is not ("Name" or "From"))))));
    }

    private static IEnumerable<RandomNetwork> FewerArguments(RandomNetwork network) =>
        from i in Places(network)
        from name in network.Layers[i].Named.Keys
        select With(network, i, network.Layers[i] with { Named = network.Layers[i].Named.Remove(name) });

    private static IEnumerable<RandomNetwork> SmallerArguments(RandomNetwork network)
    {
        foreach (var i in Places(network))
        {
            var layer = network.Layers[i];
            for (var place = 0; place < layer.Positional.Length; place++)
            {
                foreach (var smaller in Smaller(layer.Positional[place]))
                {
                    yield return With(network, i, layer with { Positional = layer.Positional.SetItem(place, smaller) });
                }
            }

            foreach (var (name, value) in layer.Named)
            {
                foreach (var smaller in Smaller(value))
                {
                    yield return With(network, i, layer with { Named = layer.Named.SetItem(name, smaller) });
                }
            }
        }
    }

    private static IEnumerable<object> Smaller(object value) => value switch
    {
        int number when number > 1 => new object[] { 1, 2, number / 2, number - 1 }.Where(smaller => (int)smaller < number),
        int[] numbers => Smaller(numbers),
        string[] names when names.Length > 1 => Enumerable.Range(0, names.Length).Select(i => names.Where((_, place) => place != i).ToArray()),
        double number when number is not (1 or 0.5 or 0) => [1.0, 0.5],
        _ => [],
    };

    private static IEnumerable<object> Smaller(int[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers.Length > 1)
            {
                yield return numbers.Where((_, place) => place != i).ToArray();
            }

            foreach (var smaller in Smaller((object)numbers[i]))
            {
                yield return numbers.Select((number, place) => place == i ? (int)smaller : number).ToArray();
            }
        }
    }

    /// <summary>An operand in place of the body of a method.</summary>
    private static IEnumerable<RandomNetwork> PlainerMethods(RandomNetwork network)
    {
        foreach (var method in network.Methods)
        {
            var start = method.Text[..(method.Text.IndexOf("=>", StringComparison.Ordinal) + 3)];
            foreach (var body in method.Parameters == 1 ? ImmutableArray.Create("x;") : ["prediction;", "(prediction - target);"])
            {
                if (method.Text != start + body)
                {
                    yield return network with { Methods = network.Methods.Replace(method, method with { Text = start + body }) };
                }
            }
        }
    }

    private static IEnumerable<int> Places(RandomNetwork network) => Enumerable.Range(0, network.Layers.Length).Reverse();

    private static RandomNetwork With(RandomNetwork network, int place, RandomLayer layer) =>
        network with { Layers = network.Layers.SetItem(place, layer) };
}
