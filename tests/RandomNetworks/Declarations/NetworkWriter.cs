using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>
/// Writes random networks. It asks the compiler after each layer whether the network is still right, so most networks are,
/// without any rule about layers here; in some networks anything is put in unasked.
/// </summary>
internal sealed class NetworkWriter
{
    private const int Tries = 40;
    private const int TriesOfArgument = 8;

    /// <summary>One network in so many begins with images of 16 channels, which chance hardly ever gives and which have kernels of their own.</summary>
    private const int OneIsWide = 400;

    private readonly Random _random;
    private readonly ArgumentValues _values;
    private readonly ImmutableArray<OwnMethod> _methods;
    private readonly string _name = string.Empty;
    private Draft _draft;
    private int _blocks;

    private NetworkWriter(int seed)
    {
        _random = new Random(seed);
        _values = new ArgumentValues(_random);
        var isDouble = _random.Next(2) == 0;
        _methods = OwnMethods.Write(_random, isDouble);
        _draft = new Draft(new RandomNetwork(Settings(isDouble), [], _methods, NetworkPlace.Write(_random)), null, IsWide: seed % OneIsWide == OneIsWide / 2);
    }

    // A network that is to be a part of another one.
    private NetworkWriter(Random random, string name)
    {
        _random = random;
        _values = new ArgumentValues(random);
        _methods = [];
        _name = name;
        _draft = new Draft(new RandomNetwork(ImmutableSortedDictionary<string, object>.Empty.Add("IsBlock", true), [], [], NetworkPlace.Alone with { ClassName = name }), null);
    }

    /// <summary>The network of a seed.</summary>
    public static RandomNetwork Write(int seed) => new NetworkWriter(seed).Write();

    private RandomNetwork Write()
    {
        // One network in seven gets something that nobody has looked at.
        var wildPlace = _random.Next(7) == 0 ? _random.Next(0, 8) : -1;
        var inputs = _random.Next(4) == 0 ? _random.Next(2, 4) : 1;
        var layers = _random.Next(1, 9);
        var losses = _random.Next(6) == 0 ? 0 : _random.Next(4) == 0 ? 2 : 1;

        if (_draft.IsWide)
        {
            WriteWideImages();
            (inputs, layers) = (0, Math.Min(layers, 4));
        }

        // Left to chance, few networks had anything to train.
        var parametric = _random.Next(4) == 0 ? -1 : inputs + _random.Next(layers);
        for (var i = 0; i < inputs + layers + losses; i++)
        {
            if (i == wildPlace)
            {
                var wild = _draft.With(Layer(Pick(_ => true), isWild: true));
                _draft = wild.IsSmall ? wild : _draft;
            }

            Add(i < inputs ? kind => kind.Name == "Input"
                : i == parametric ? kind => kind.HasParameters
                : i < inputs + layers ? kind => !kind.IsLoss
                : kind => kind.IsLoss);
        }

        return _draft.Network;
    }

    private void WriteWideImages()
    {
        var convolution = LayerKind.All.First(kind => kind.Name == "Conv2D");
        var named = ImmutableSortedDictionary<string, object>.Empty;
        _draft = _draft.With(new RandomLayer(LayerKind.All.First(kind => kind.Name == "Input"), [new[] { _random.Next(1, 3), _random.Next(5, 7), _random.Next(5, 7) }], named))
            .With(new RandomLayer(convolution, [16, new[] { 1 }], named))
            .With(new RandomLayer(convolution, [16, new[] { 3 }], named.Add("Padding", 1)));
    }

    /// <summary>A network of a few layers that takes values of some shapes; it may have a part itself, but that has none.</summary>
    private RandomNetwork Block(IReadOnlyList<IReadOnlyList<int>> shapes)
    {
        var writer = new NetworkWriter(_random, FormattableString.Invariant($"{_name}Part{++_blocks}"));
        var input = LayerKind.All.First(kind => kind.Name == "Input");
        foreach (var shape in shapes)
        {
            writer._draft = writer._draft.With(new RandomLayer(input, [shape.ToArray()], ImmutableSortedDictionary<string, object>.Empty));
        }

        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            writer.Add(kind => !kind.IsLoss && !(kind.IsBlock && _name.Length > 0) && kind.Function is null && kind.Name is not ("Input" or "Output"));
        }

        // What is a network of its own says what comes out of it.
        if (_random.Next(3) == 0)
        {
            writer.Add(kind => kind.Name == "Output" || (kind.IsLoss && kind.Function is null));
        }

        return writer._draft.Network;
    }

    /// <summary>Adds a layer with which the network is still right; none where none is found.</summary>
    private void Add(Func<LayerKind, bool> wanted)
    {
        var isRight = _draft.Model is not null || _draft.Network.Layers.IsEmpty;
        for (var i = 0; i < Tries; i++)
        {
            var layer = (_random.Next(4) == 0 ? Again(wanted) : null) ?? Layer(Pick(wanted), isWild: false);
            var next = _draft.With(layer);
            if (!isRight || next.IsRight)
            {
                _draft = isRight ? Complete(next, layer) : next;
                return;
            }
        }
    }

    /// <summary>
    /// Adds arguments one by one: most fit with few values only, and hardly ever with those of others that are chosen at the
    /// same time.
    /// </summary>
    private Draft Complete(Draft draft, RandomLayer layer)
    {
        var missing = layer.Kind.Named.Where(argument => !layer.Named.ContainsKey(argument.Name)).ToArray();
        _random.Shuffle(missing);
        foreach (var argument in missing.Where(argument => argument.IsReference || _random.Next(3) == 0))
        {
            for (var i = 0; i < TriesOfArgument; i++)
            {
                var richer = layer with { Named = layer.Named.Add(argument.Name, _values.Of(argument, _draft, isWild: false)) };
                var next = _draft.With(richer);
                if (next.IsRight)
                {
                    (draft, layer) = (next, richer);
                    break;
                }
            }
        }

        return draft;
    }

    private LayerKind Pick(Func<LayerKind, bool> wanted)
    {
        var kinds = LayerKind.All.Where(wanted).ToArray();
        var place = _random.Next(kinds.Sum(kind => kind.Weight));
        return kinds.First(kind => (place -= kind.Weight) < 0);
    }

    private RandomLayer Layer(LayerKind kind, bool isWild)
    {
        var positional = kind.Positional.TakeWhile(argument => !argument.IsOptional || _random.Next(2) == 0).Select(argument => Value(kind, argument, isWild));
        var often = _random.Next(1, 5);
        var named = kind.Named.Where(_ => _random.Next(6) < often && _random.Next(2) == 0).Select(argument => (argument.Name, Value: _values.Of(argument, _draft, isWild)));
        var layer = new RandomLayer(kind, [.. positional], named.ToImmutableSortedDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal));
        if (!kind.IsBlock)
        {
            return layer;
        }

        // Names are needed only where it takes something else than the layer before.
        var names = _random.Next(3) > 0 ? [] : (string[])layer.Positional[0];
        return layer with { Positional = [names], Block = Block(names.Length == 0 ? [Fitting(_draft.LastShape)] : [.. names.Select(name => Fitting(_draft.ShapeOf(name)))]) };
    }

    /// <summary>Mostly a shape itself, rarely that of another layer, which may fit as well.</summary>
    private IReadOnlyList<int> Fitting(IReadOnlyList<int> shape) => shape.Count == 0 ? [3] : _random.Next(8) > 0 ? shape : _draft.AnyShape(_random);

    /// <summary>An earlier layer once more, of the same value or of another: layers that can share weights, and values that are equal.</summary>
    private RandomLayer? Again(Func<LayerKind, bool> wanted)
    {
        var places = Enumerable.Range(0, _draft.Network.Layers.Length).Where(i => wanted(_draft.Network.Layers[i].Kind)).ToArray();
        if (places.Length == 0)
        {
            return null;
        }

        var place = places[_random.Next(places.Length)];
        var layer = _draft.Network.Layers[place];
        var named = layer.Named.Remove("Name");
        return layer with
        {
            Named = named.ContainsKey("From") || place == 0 || place > _draft.Names.Count || _random.Next(2) == 0 ? named : named.Add("From", _draft.Names[place - 1]),
        };
    }

    private object Value(LayerKind kind, ArgumentKind argument, bool isWild)
    {
        if (kind.Function?.Argument != argument.Name)
        {
            return _values.Of(argument, _draft, isWild);
        }

        var fitting = _methods.Where(method => !method.IsHelper && (isWild || method.ParameterNames.Length == kind.Function.Value.Parameters)).ToArray();
        return new OwnMethodName(fitting[_random.Next(fitting.Length)].Name);
    }

    private ImmutableSortedDictionary<string, object> Settings(bool isDouble)
    {
        var settings = ImmutableSortedDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        if (isDouble)
        {
            settings.Add("Precision", Precision.Double);
        }

        foreach (var penalty in new[] { "L1", "L2" }.Where(_ => _random.Next(6) == 0))
        {
            settings.Add(penalty, _random.Next(1, 5) / 8.0);
        }

        return settings.ToImmutable();
    }
}
