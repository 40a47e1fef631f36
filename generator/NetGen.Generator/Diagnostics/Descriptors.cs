using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>
/// All diagnostics. A message states what was expected and what was found; its arguments come from where the error is
/// found, in that order. Each has a section of its own in docs/diagnostics.md.
/// </summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor NotPartial = Create(
        DiagnosticIds.NotPartial, DiagnosticSeverity.Error, "A network is a partial class",
        "Network '{0}' must be declared partial");

    public static readonly DiagnosticDescriptor Generic = Create(
        DiagnosticIds.Generic, DiagnosticSeverity.Error, "A network is not generic",
        "Network '{0}' cannot be generated: {1} is generic");

    public static readonly DiagnosticDescriptor SpreadOverParts = Create(
        DiagnosticIds.SpreadOverParts, DiagnosticSeverity.Error, "Layers stand on one part",
        "{0} stands on another part of '{1}' than [Network]; the order of layers would be unknown");

    public static readonly DiagnosticDescriptor NoInput = Create(
        DiagnosticIds.NoInput, DiagnosticSeverity.Error, "A network has an input",
        "Network '{0}' has no [Input]");

    public static readonly DiagnosticDescriptor NoLayer = Create(
        DiagnosticIds.NoLayer, DiagnosticSeverity.Error, "A network has a layer",
        "Network '{0}' has no layer besides inputs, outputs and losses");

    public static readonly DiagnosticDescriptor NotAClass = Create(
        DiagnosticIds.NotAClass, DiagnosticSeverity.Error, "A network is an ordinary class",
        "Network '{0}' must be an ordinary class; it {1}");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Create(
        DiagnosticIds.ContainerNotPartial, DiagnosticSeverity.Error, "Types around a network are partial",
        "Type '{0}' must be declared partial, because it contains the network '{1}'");

    public static readonly DiagnosticDescriptor MemberExists = Create(
        DiagnosticIds.MemberExists, DiagnosticSeverity.Error, "The names of generated members are free",
        "The name '{0}' is needed for a generated member of '{1}'; it is that of {2}");

    public static readonly DiagnosticDescriptor ConstructorAlone = Create(
        DiagnosticIds.ConstructorAlone, DiagnosticSeverity.Error, "Constructors call the generated one",
        "A constructor of '{0}' must call the generated one, which makes the parameters: add ': this(seed)'");

    public static readonly DiagnosticDescriptor UnknownName = Create(
        DiagnosticIds.UnknownName, DiagnosticSeverity.Error, "A name refers to a layer",
        "No layer before {1} is named '{0}'; there are: {2}");

    public static readonly DiagnosticDescriptor ReshapeMismatch = Create(
        DiagnosticIds.ReshapeMismatch, DiagnosticSeverity.Error, "A reshape keeps the number of values",
        "{0} needs {1} values; {2} gives {3}");

    public static readonly DiagnosticDescriptor LaterName = Create(
        DiagnosticIds.LaterName, DiagnosticSeverity.Error, "A name refers to an earlier layer",
        "'{0}' does not come before {1}, which can consume earlier layers only: {2}");

    public static readonly DiagnosticDescriptor DuplicateName = Create(
        DiagnosticIds.DuplicateName, DiagnosticSeverity.Error, "Names are unique",
        "The name '{0}' is taken by another layer or column");

    public static readonly DiagnosticDescriptor ShapesDiffer = Create(
        DiagnosticIds.ShapesDiffer, DiagnosticSeverity.Error, "Shapes agree",
        "{0} needs values of one shape; {1} gives {2} and {3} gives {4}");

    public static readonly DiagnosticDescriptor RankMismatch = Create(
        DiagnosticIds.RankMismatch, DiagnosticSeverity.Error, "A layer takes a certain number of axes",
        "{0} takes {1}; {2} gives {3}");

    public static readonly DiagnosticDescriptor TiedShapeMismatch = Create(
        DiagnosticIds.TiedShapeMismatch, DiagnosticSeverity.Error, "A shared weight fits",
        "{0} needs a weight of shape {1}; that of '{2}' has the shape {3}");

    public static readonly DiagnosticDescriptor TooLarge = Create(
        DiagnosticIds.TooLarge, DiagnosticSeverity.Error, "Sizes fit into memory",
        "{0} is too large: {1} are {2} numbers, and at most {3} fit");

    public static readonly DiagnosticDescriptor LossDoesNotFit = Create(
        DiagnosticIds.LossDoesNotFit, DiagnosticSeverity.Error, "A loss fits its prediction",
        "{0} takes {1}; {2} gives {3}");

    public static readonly DiagnosticDescriptor NothingBefore = Create(
        DiagnosticIds.NothingBefore, DiagnosticSeverity.Error, "A layer consumes something",
        "{0} has nothing to consume: no input or layer stands before it");

    public static readonly DiagnosticDescriptor NoGradient = Create(
        DiagnosticIds.NoGradient, DiagnosticSeverity.Error, "Gradients reach all trainable parameters",
        "No gradient passes {0}, so these cannot be trained: {1}");

    public static readonly DiagnosticDescriptor TargetsDiffer = Create(
        DiagnosticIds.TargetsDiffer, DiagnosticSeverity.Error, "Losses that share a target agree on it",
        "{0} needs the target '{1}' as {2}; an earlier loss has it as {3}");

    public static readonly DiagnosticDescriptor UnknownLayer = Create(
        DiagnosticIds.UnknownLayer, DiagnosticSeverity.Error, "A layer attribute is one of NetGen's",
        "'{0}' is no layer that NetGen can compile; only its own attributes may derive from LayerAttribute");

    public static readonly DiagnosticDescriptor NothingToShare = Create(
        DiagnosticIds.NothingToShare, DiagnosticSeverity.Error, "A shared weight exists",
        "{1} cannot share a weight of '{0}', which has none; layers with one are: {2}");

    public static readonly DiagnosticDescriptor NoValue = Create(
        DiagnosticIds.NoValue, DiagnosticSeverity.Error, "Layers consume layers",
        "'{0}' is an output or a loss and has no value for {1} to consume; there are: {2}");

    public static readonly DiagnosticDescriptor WindowTooLarge = Create(
        DiagnosticIds.WindowTooLarge, DiagnosticSeverity.Error, "A kernel fits into its input",
        "{0} has windows of {1}; {3} {4} is {5} with its padding, too little along axis {2}");

    public static readonly DiagnosticDescriptor NothingLeft = Create(
        DiagnosticIds.NothingLeft, DiagnosticSeverity.Error, "Pooling leaves something",
        "{0} leaves nothing: it has windows of {1}, and {3} {4} is {5} with its padding, too little along axis {2}");

    public static readonly DiagnosticDescriptor GroupsDoNotDivide = Create(
        DiagnosticIds.GroupsDoNotDivide, DiagnosticSeverity.Error, "Groups divide the channels",
        "{0} groups of {1} must divide the {2} channels of {3} {4} and its {5} filters");

    public static readonly DiagnosticDescriptor BlockDoesNotFit = Create(
        DiagnosticIds.BlockDoesNotFit, DiagnosticSeverity.Error, "The input of a block fits",
        "{0} takes {1} as its input '{2}', found {3} {4}");

    public static readonly DiagnosticDescriptor ContainsItself = Create(
        DiagnosticIds.ContainsItself, DiagnosticSeverity.Error, "A network does not contain itself",
        "{0} cannot be a part of '{1}', which would contain itself: {2}");

    public static readonly DiagnosticDescriptor NotABlock = Create(
        DiagnosticIds.NotABlock, DiagnosticSeverity.Error, "A block is a network with one output",
        "'{0}' cannot be a block: {1}");

    public static readonly DiagnosticDescriptor BlockInputs = Create(
        DiagnosticIds.BlockInputs, DiagnosticSeverity.Error, "A block gets all its inputs",
        "{0} has {1} inputs, found the names of {2}");

    public static readonly DiagnosticDescriptor StrideNotPositive = Create(
        DiagnosticIds.StrideNotPositive, DiagnosticSeverity.Error, "Windows move on",
        "{0} must be positive, or windows of {2} stay where they are in {3} {4}; it is {1}");

    public static readonly DiagnosticDescriptor NotPositive = Create(
        DiagnosticIds.NotPositive, DiagnosticSeverity.Error, "Sizes are positive",
        "{0} must be positive; it is {1}");

    public static readonly DiagnosticDescriptor ArgumentOutOfRange = Create(
        DiagnosticIds.ArgumentOutOfRange, DiagnosticSeverity.Error, "Arguments are in range",
        "{0} must be {1}; it is {2}");

    public static readonly DiagnosticDescriptor AxisOutOfRange = Create(
        DiagnosticIds.AxisOutOfRange, DiagnosticSeverity.Error, "An axis exists",
        "{0} is {1}; the value has the shape {2}");

    public static readonly DiagnosticDescriptor NotAName = Create(
        DiagnosticIds.NotAName, DiagnosticSeverity.Error, "Names are identifiers",
        "'{0}' cannot name this {1}: a name is a letter or underscore, then letters, digits and underscores");

    public static readonly DiagnosticDescriptor UnreadableFunction = Create(
        DiagnosticIds.UnreadableFunction, DiagnosticSeverity.Error, "An own method can be compiled",
        "Method '{0}' cannot be compiled into the network: {1}");

    public static readonly DiagnosticDescriptor UnknownFunction = Create(
        DiagnosticIds.UnknownFunction, DiagnosticSeverity.Error, "An own method exists",
        "{0} needs a static method '{1}' in the network's class, its base classes or the types around it; there is none");

    public static readonly DiagnosticDescriptor LossAppliesActivation = Create(
        DiagnosticIds.LossAppliesActivation, DiagnosticSeverity.Warning, "The loss applies the activation itself",
        "{0} applies {1} itself: it takes the value before {2}");

    public static readonly DiagnosticDescriptor UnusedValue = Create(
        DiagnosticIds.UnusedValue, DiagnosticSeverity.Warning, "Values are used",
        "Nothing uses the value of {0}: it reaches no output and no loss");

    public static readonly DiagnosticDescriptor LayersWithoutNetwork = Create(
        DiagnosticIds.LayersWithoutNetwork, DiagnosticSeverity.Warning, "Layers belong to a network",
        "'{0}' has layer attributes and is no network; add [Network]");

    public static readonly DiagnosticDescriptor NoBackward = Create(
        DiagnosticIds.NoBackward, DiagnosticSeverity.Info, "The network has no backward pass",
        "No gradient passes {0}, so '{1}' gets no Backward");

    public static readonly DiagnosticDescriptor UselessArgument = Create(
        DiagnosticIds.UselessArgument, DiagnosticSeverity.Warning, "Arguments have an effect",
        "{0} has no effect: {1}");

    public static readonly DiagnosticDescriptor InternalError = Create(
        DiagnosticIds.InternalError, DiagnosticSeverity.Error, "NetGen failed",
        "NetGen has an internal error, please report it: {0}: {1}");

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = typeof(Descriptors)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (DiagnosticDescriptor)field.GetValue(null))
        .ToImmutableDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ById.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    public static DiagnosticDescriptor Of(string id) => ById[id];

    // Errors cannot be made warnings or be suppressed: without them there is no network.
    private static DiagnosticDescriptor Create(
        string id, DiagnosticSeverity defaultSeverity, string title, string messageFormat, string category = "NetGen", bool isEnabledByDefault = true) =>
        new(
            id,
            title,
            messageFormat,
            category,
            defaultSeverity,
            isEnabledByDefault,
            description: null,
            $"docs/diagnostics.md#{id.ToLowerInvariant()}",
            defaultSeverity == DiagnosticSeverity.Error ? new[] { WellKnownDiagnosticTags.NotConfigurable } : Array.Empty<string>());
}
