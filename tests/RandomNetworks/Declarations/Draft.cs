using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Generator;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>A network while it is written: the layers so far, and what the compiler makes of them.</summary>
/// <param name="Network">The layers so far.</param>
/// <param name="Model">What they lower to; null before the first layer and where one is wrong.</param>
/// <param name="IsWide">Whether it may be larger, as images of many channels are.</param>
internal sealed record Draft(RandomNetwork Network, NetworkModel? Model, bool IsWide = false)
{
    private const long MostElements = 600;

    // Windows are no memory of their own, but the interpreter writes them out.
    private const long MostInWindows = 6000;
    private const long MostParameters = 4000;
    private const long MostMultiplyAdds = 30_000;

    // A convolution from 16 to 16 channels of an image of 6 by 6, which has enough tiles for Winograd's form.
    private const int Wider = 3;

    private const string Probe = "probe";

    /// <summary>The names of layers and inputs so far.</summary>
    public IReadOnlyList<string> Names => Model?.Layers.Select(layer => layer.Name).Where(name => name != Probe && !name.Contains('.')).ToArray() ?? [];

    /// <summary>The shape of the last layer.</summary>
    public IReadOnlyList<int> LastShape => Model is { Layers.Count: > 0 } model ? model.Layers[^1].Shape.Sizes.ToArray() : [];

    /// <summary>The shape of a layer; none where there is no such layer.</summary>
    public IReadOnlyList<int> ShapeOf(string name) => Model?.Layers.FirstOrDefault(layer => layer.Name == name)?.Shape.Sizes.ToArray() ?? [];

    /// <summary>The shape of any layer.</summary>
    public IReadOnlyList<int> AnyShape(Random random) =>
        Model is { Layers.Count: > 0 } model ? model.Layers[random.Next(model.Layers.Count)].Shape.Sizes.ToArray() : [];

    /// <summary>Whether the compiler takes it, and it is small.</summary>
    public bool IsRight => Model is not null && IsSmall;

    /// <summary>Whether the reference interpreter can run the network in a moment.</summary>
    public bool IsSmall => Model is null
        || (Model.Training.Values.All(value => value.Shape.Count <= (value.Operation is UnfoldOperation ? MostInWindows : MostElements) * Scale || !value.Batched)
            && Model.Parameters.Sum(parameter => parameter.Shape.Count) <= MostParameters * Scale
            && Model.Layers.Sum(layer => layer.MultiplyAdds) <= MostMultiplyAdds * Scale);

    private int Scale => IsWide ? Wider : 1;

    /// <summary>The network with one more layer.</summary>
    public Draft With(RandomLayer layer)
    {
        var network = Network with { Layers = Network.Layers.Add(layer) };
        return this with { Network = network, Model = NetworkCompiler.Check(Whole(network).Declaration).Model };
    }

    // Inputs alone are no network: a layer that changes nothing makes them one.
    private static RandomNetwork Whole(RandomNetwork network)
    {
        if (network.Layers.Any(layer => layer.Kind.Name != "Input"))
        {
            return network;
        }

        var identity = LayerKind.All.First(kind => kind.Name == "Identity");
        var name = ImmutableSortedDictionary<string, object>.Empty.Add("Name", Probe);
        return network with { Layers = network.Layers.Add(new RandomLayer(identity, [], name)) };
    }
}
