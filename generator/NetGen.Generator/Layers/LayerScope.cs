using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Layers;

/// <summary>What one layer sees while it is lowered: its arguments, what it consumes, and the graph it adds to.</summary>
internal sealed class LayerScope
{
    /// <summary>How many random streams each layer may use; fixed, so that the streams of a network's layers never depend on another layer; those of layers in blocks depend on the blocks before.</summary>
    private const int StreamsPerLayer = 16;

    private readonly ModelScope _model;
    private readonly int _place;
    private int _streams;

    /// <param name="model">The network or block.</param>
    /// <param name="index">The place of the layer in its declaration.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="declaration">Its attribute.</param>
    public LayerScope(ModelScope model, int index, string name, LayerDeclaration declaration)
    {
        _model = model;
        _place = model.TakePlace(index);
        Index = index;
        LocalName = name;
        Declaration = declaration;
    }

    public int Index { get; }

    /// <summary>The name by which layers of the same declaration find this one.</summary>
    public string LocalName { get; }

    /// <summary>The name in the whole network, that of the block before it where it is in one.</summary>
    public string Name => _model.Prefix + LocalName;

    /// <summary>The network or block that the layer is in.</summary>
    public ModelScope Model => _model;

    /// <summary>The place of the attribute of the network that this layer comes from: its own, or that of the block that it is in.</summary>
    public int ErrorLayer => _model.Block?.ErrorLayer ?? Index;

    public LayerDeclaration Declaration { get; }

    /// <summary>Whether the training form is wanted, with dropout and noise, or the one for prediction.</summary>
    public bool Training => _model.Training;

    public GraphBuilder Graph => _model.Builder;

    /// <summary>What the layer consumes, in order.</summary>
    public IReadOnlyList<LayerSource> Inputs { get; set; } = Array.Empty<LayerSource>();

    /// <summary>What a layer with one input consumes.</summary>
    public Value Input => Inputs[0].Value;

    // ── Arguments ──────────────────────────────────────────────────────────────────────────────────────────────────
    public bool Has(string argument) => Declaration.Arguments.Any(candidate => candidate.Name == argument);

    public double Number(string argument, double otherwise = 0) =>
        Find(argument) is { Numbers.Count: > 0 } found ? found.Numbers[0] : otherwise;

    public int Int(string argument, int otherwise = 0) => (int)Number(argument, otherwise);

    public bool Flag(string argument, bool otherwise = false) => Number(argument, otherwise ? 1 : 0) != 0;

    public string? Text(string argument) => Find(argument) is { Texts.Count: > 0 } found ? found.Texts[0] : null;

    public IReadOnlyList<int> Ints(string argument) => Find(argument)?.Numbers.Select(number => (int)number).ToArray() ?? Array.Empty<int>();

    /// <summary>The texts of an array; those that are null are empty, and so no one's name.</summary>
    public IReadOnlyList<string> Texts(string argument) =>
        Find(argument)?.Texts.Select(text => text ?? string.Empty).ToArray() ?? Array.Empty<string>();

    /// <summary>A size that must be at least 1.</summary>
    public int Positive(string argument, int otherwise = 0)
    {
        var value = Int(argument, otherwise);
        return value > 0 ? value : throw Error(DiagnosticIds.NotPositive, argument, Describe(argument), value);
    }

    /// <summary>An axis of a shape; negative ones count from the last.</summary>
    public int Axis(string argument, Shape shape, int otherwise)
    {
        var axis = Int(argument, otherwise);
        var normal = axis < 0 ? axis + shape.Rank : axis;
        return normal >= 0 && normal < shape.Rank
            ? normal
            : throw Error(DiagnosticIds.AxisOutOfRange, argument, Describe(argument), axis, shape);
    }

    /// <summary>A number that must be finite.</summary>
    public double Finite(string argument, double otherwise) => Checked(argument, otherwise, "finite", _ => true);

    /// <summary>A number that must be finite and greater than zero.</summary>
    public double FinitePositive(string argument, double otherwise) => Checked(argument, otherwise, "positive and finite", value => value > 0);

    /// <summary>A number that must be finite and not less than zero.</summary>
    public double FiniteNotNegative(string argument, double otherwise) =>
        Checked(argument, otherwise, "not negative and finite", value => value >= 0);

    /// <summary>
    /// A number that must be finite and fulfil a condition, which the message states. Both are asked of it as the
    /// network's precision has it: 1e-50 is zero in single precision.
    /// </summary>
    public double Checked(string argument, double otherwise, string condition, Func<double, bool> holds)
    {
        var value = Number(argument, otherwise);
        var used = _model.Network.IsDouble ? value : (float)value;
        if (Fulfils(used))
        {
            return value;
        }

        var where = Fulfils(value) ? " in single precision" : string.Empty;
        throw Error(DiagnosticIds.ArgumentOutOfRange, argument, Describe(argument), condition + where, value);

        bool Fulfils(double number) => !double.IsNaN(number) && !double.IsInfinity(number) && holds(number);
    }

    // ── Sources, parameters, randomness ────────────────────────────────────────────────────────────────────────────
    public LayerSource DefaultSource() => Declaration.From is { } from ? _model.Find(from, this, "From") : _model.Previous(this);

    /// <summary>An earlier value by the name that an argument gives.</summary>
    public LayerSource Source(string name, string argument, int element = -1) => _model.Find(name, this, argument, element);

    /// <summary>A parameter of this layer, named as <c>dense1.weight</c>.</summary>
    public Value Parameter(string suffix, Shape shape, InitializerInfo initializer, bool regularized)
    {
        var network = _model.Network;
        return _model.Parameter(this, new ParameterInfo(
            ParameterName(suffix),
            shape,
            initializer,
            Flag("Trainable", true),
            regularized ? FiniteNotNegative("L1", network.L1) : 0,
            regularized ? FiniteNotNegative("L2", network.L2) : 0));
    }

    /// <summary>Numbers of this layer that training passes replace and prediction reads, named as <c>batchnorm1.running_mean</c>.</summary>
    /// <param name="suffix">The end of the name.</param>
    /// <param name="shape">Their shape.</param>
    /// <param name="initial">What they all are at first.</param>
    public Value State(string suffix, Shape shape, double initial) =>
        _model.State(this, new ParameterInfo(ParameterName(suffix), shape, new InitializerInfo(InitializerKinds.Constant, initial, 1, 1), Trainable: false, L1: 0, L2: 0)
        {
            IsState = true,
        });

    /// <summary>Says what a training pass makes of a state; a layer that shares the state goes on from there.</summary>
    public void SetNext(string suffix, Value next) => _model.SetNext(ParameterName(suffix), next);

    private string ParameterName(string suffix) => $"{_model.ParameterPrefix}{LocalName}.{suffix}";

    /// <summary>A parameter of an earlier layer, for sharing.</summary>
    public Value SharedParameter(string layer, string suffix, string argument) => _model.SharedParameter(this, layer, suffix, argument);

    /// <summary>The next random stream of this layer.</summary>
    public int NextStream() => (_place * StreamsPerLayer) + _streams++;

    /// <summary>How a parameter is drawn, from the arguments <c>WeightInit</c> or <c>BiasInit</c> and their values.</summary>
    public InitializerInfo Initializer(string argument, int fanIn, int fanOut)
    {
        var kind = InitializerKinds.Name(Int(argument))
            ?? throw Error(DiagnosticIds.ArgumentOutOfRange, argument, Describe(argument), "a member of Init", Int(argument));
        if (kind is InitializerKinds.Default or InitializerKinds.Zeros)
        {
            MarkUseless(argument + "Value", $"{argument} is {kind}");
        }

        var value = kind == InitializerKinds.Constant ? Finite(argument + "Value", 1) : FiniteNotNegative(argument + "Value", 1);
        return new InitializerInfo(kind, value, fanIn, fanOut);
    }

    /// <summary>
    /// Says that no gradient passes a value of this layer where its formula has the derivative 0 everywhere, as steps and
    /// constants have, so that a network that needs a gradient there is refused.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="formula">Its formula; the gradient is wanted with respect to the first operand.</param>
    public void MarkIfFlat(Value value, Expression formula)
    {
        if (Derivative.Of(formula, 0) is Constant { Value: 0 })
        {
            _model.MarkNonDifferentiable(this, value);
        }
    }

    /// <summary>Warns of an argument that is given but changes nothing.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="reason">Why, as the end of a sentence.</param>
    public void MarkUseless(string argument, string reason)
    {
        if (_model.Block is null && (Has(argument) || (argument == "From" && Declaration.From is not null)))
        {
            _model.Warn(new DeclarationError(
                DiagnosticIds.UselessArgument, ErrorLayer, argument, -1, new EquatableArray<string>(new[] { Describe(argument), reason })));
        }
    }

    // ── Errors ─────────────────────────────────────────────────────────────────────────────────────────────────────
    public DeclarationException Error(string id, string? argument, params object[] messageArguments) =>
        ElementError(id, argument, -1, messageArguments);

    /// <summary>An error about an element of an argument. Of a layer in a block it is one about the whole block.</summary>
    public DeclarationException ElementError(string id, string? argument, int element, params object[] messageArguments) =>
        new(new DeclarationError(
            id,
            ErrorLayer,
            _model.Block is null ? argument : null,
            _model.Block is null ? element : -1,
            new EquatableArray<string>(messageArguments.Select(value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty))));

    /// <summary>A value has more elements than any may have.</summary>
    public DeclarationException TooLarge(Shape shape, long count) =>
        Error(DiagnosticIds.TooLarge, null, Describe(), shape, count, Shape.MaximumCount);

    /// <summary>A value has more elements than any may have along one axis alone.</summary>
    public DeclarationException TooLarge(Shape shape, int axis, long size)
    {
        var whole = shape.With(axis, (int)Math.Min(int.MaxValue, size));
        return TooLarge(whole, whole.Count);
    }

    /// <summary>An argument for a message: <c>units of Dense 'dense1'</c>.</summary>
    public string Describe(string argument) => $"{argument} of {Describe()}";

    /// <summary>This layer for a message: <c>Dense 'dense1'</c>.</summary>
    public string Describe() => $"{Declaration.Kind} '{Name}'";

    private Argument? Find(string argument) => Declaration.Arguments.FirstOrDefault(candidate => candidate.Name == argument);
}
