using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>
/// All diagnostics. A message states what was expected and what was found; its arguments come from where the error is
/// found, in that order. Each has a section of its own in docs/diagnostics.md.
/// </summary>
internal static class Descriptors
{
    private const string Category = "NetGen";

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        Error(DiagnosticIds.NotPartial, "A network is a partial class", "Network '{0}' must be declared partial"),
        Error(DiagnosticIds.Generic, "A network is not generic", "Network '{0}' cannot be generated: {1} is generic"),
        Error(DiagnosticIds.SpreadOverParts, "Layers stand on one part", "{0} stands on another part of '{1}' than [Network]; the order of layers would be unknown"),
        Error(DiagnosticIds.NoInput, "A network has an input", "Network '{0}' has no [Input]"),
        Error(DiagnosticIds.NoLayer, "A network has a layer", "Network '{0}' has no layer besides inputs, outputs and losses"),
        Error(DiagnosticIds.NotAClass, "A network is an ordinary class", "Network '{0}' must be an ordinary class; it {1}"),
        Error(DiagnosticIds.ContainerNotPartial, "Types around a network are partial", "Type '{0}' must be declared partial, because it contains the network '{1}'"),
        Error(DiagnosticIds.MemberExists, "The names of generated members are free", "The name '{0}' is needed for a generated member of '{1}'; it is that of {2}"),
        Error(DiagnosticIds.UnknownName, "A name refers to a layer", "No layer before {1} is named '{0}'; there are: {2}"),
        Error(DiagnosticIds.ReshapeMismatch, "A reshape keeps the number of values", "{0} needs {1} values; {2} gives {3}"),
        Error(DiagnosticIds.LaterName, "A name refers to an earlier layer", "'{0}' comes after {1}, which can consume earlier layers only: {2}"),
        Error(DiagnosticIds.DuplicateName, "Names are unique", "The name '{0}' is taken by another layer or column"),
        Error(DiagnosticIds.ShapesDiffer, "Shapes agree", "{0} needs values of one shape; {1} gives {2} and {3} gives {4}"),
        Error(DiagnosticIds.RankMismatch, "A layer takes a certain number of axes", "{0} takes {1}; '{2}' gives {3}"),
        Error(DiagnosticIds.TiedShapeMismatch, "A shared weight fits", "{0} needs a weight of shape {1}; that of '{2}' has the shape {3}"),
        Error(DiagnosticIds.TooLarge, "Sizes fit into memory", "{0} is too large: {1} are {2} numbers, and at most {3} fit"),
        Error(DiagnosticIds.LossDoesNotFit, "A loss fits its prediction", "{0} takes {1}; '{2}' gives {3}"),
        Error(DiagnosticIds.NothingBefore, "A layer consumes something", "{0} has nothing to consume: no input or layer stands before it"),
        Error(DiagnosticIds.NoGradient, "Gradients reach all trainable parameters", "No gradient passes {0}, so these cannot be trained: {1}"),
        Error(DiagnosticIds.TargetsDiffer, "Losses that share a target agree on it", "{0} needs the target '{1}' as {2}; an earlier loss has it as {3}"),
        Error(DiagnosticIds.UnknownLayer, "A layer attribute is one of NetGen's", "'{0}' is no layer that NetGen can compile; only its own attributes may derive from LayerAttribute"),
        Error(DiagnosticIds.NotPositive, "Sizes are positive", "{0} must be positive; it is {1}"),
        Error(DiagnosticIds.ArgumentOutOfRange, "Arguments are in range", "{0} must be {1}; it is {2}"),
        Error(DiagnosticIds.AxisOutOfRange, "An axis exists", "{0} is {1}; the value has the shape {2}"),
        Error(DiagnosticIds.NotAName, "Names are identifiers", "'{0}' cannot name this {1}: a name is a letter or underscore, then letters, digits and underscores"),
        Error(DiagnosticIds.UnreadableFunction, "An own method can be compiled", "Method '{0}' cannot be compiled into the network: {1}"),
        Error(DiagnosticIds.UnknownFunction, "An own method exists", "{0} needs a static method '{1}' in the network's class, its base classes or the types around it; there is none"),
        Warning(DiagnosticIds.LossAppliesActivation, "The loss applies the activation itself", "{0} applies {1} itself and takes what comes before it; remove {2}"),
        Warning(DiagnosticIds.UnusedValue, "Values are used", "Nothing uses the value of {0}: it reaches no output and no loss"),
        Warning(DiagnosticIds.LayersWithoutNetwork, "Layers belong to a network", "'{0}' has layer attributes and is no network; add [Network]"),
        Note(DiagnosticIds.NoBackward, "The network has no backward pass", "No gradient passes {0}, so '{1}' gets no Backward"),
        Error(DiagnosticIds.InternalError, "NetGen failed", "NetGen has an internal error, please report it: {0}: {1}"));

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Of(string id) => ById[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.NotConfigurable);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Note(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, description: null, $"docs/diagnostics.md#{id.ToLowerInvariant()}", tags);
}
