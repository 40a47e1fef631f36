using System;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Declarations;

/// <summary>
/// A network as its attributes say it, self-contained by value: no symbol, syntax or location, so that an edit elsewhere
/// leaves two declarations equal. This record is what the incremental generator caches.
/// </summary>
/// <param name="Type">The class.</param>
/// <param name="IsDouble">Whether the network computes in double precision.</param>
/// <param name="L1">The factor of the L1 penalty on weights.</param>
/// <param name="L2">The factor of the L2 penalty on weights.</param>
/// <param name="Layers">The layer attributes in order.</param>
/// <param name="Errors">What is wrong before any layer is lowered.</param>
/// <param name="IsIncomplete">
/// Whether an attribute is half typed or does not compile, or a block is wrong: the C# compiler or the block's own class says so, and nothing else is to be said.
/// </param>
/// <param name="IsBlock">Whether it is only a part of other networks, so that nothing is generated for it.</param>
internal sealed record NetworkDeclaration(
    TypeDeclaration Type,
    bool IsDouble,
    double L1,
    double L2,
    EquatableArray<LayerDeclaration> Layers,
    EquatableArray<DeclarationError> Errors,
    bool IsIncomplete = false,
    bool IsBlock = false)
{
    /// <summary>How many layers there are, those of blocks as often as they are repeated.</summary>
    public double LayerCount => Layers.Sum(layer => layer.Block?.Network is { } network ? 1 + (network.LayerCount * layer.Repetitions) : 1);
}

/// <summary>Where the generated part belongs.</summary>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Name">The name of the class, escaped where it is a keyword.</param>
/// <param name="MetadataName">The full metadata name, which is unique and names the generated file.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Members">The names of the members that the user's own part declares, which the generated part must not declare again.</param>
/// <param name="TypeParameters">The type parameters of a class that is generic by mistake, as <c>&lt;T&gt;</c>, else empty.</param>
/// <param name="HiddenNames">The simple names of <see cref="EmittedTypes"/> that mean something else at the place of the class.</param>
internal sealed record TypeDeclaration(
    string Namespace,
    string Name,
    string MetadataName,
    EquatableArray<ContainingType> Containers,
    EquatableArray<string> Members,
    string TypeParameters = "",
    EquatableArray<string> HiddenNames = default);

/// <summary>A type around a network, as <c>record struct</c> <c>Outer</c>; the name has the type parameters behind it.</summary>
internal sealed record ContainingType(string Keyword, string Name);

/// <summary>One layer attribute.</summary>
/// <param name="Kind">The name of the attribute class without its ending: <c>Dense</c>.</param>
/// <param name="Name">The name given, or null.</param>
/// <param name="From">The source given, or null.</param>
/// <param name="Arguments">The constructor's arguments by parameter name (defaults included) and the named ones by property name.</param>
/// <param name="Function">The own method that the attribute names, if its kind takes one.</param>
/// <param name="Block">The network that is a part of this one, if the attribute names one.</param>
internal sealed record LayerDeclaration(
    string Kind, string? Name, string? From, EquatableArray<Argument> Arguments, FunctionDeclaration? Function = null, BlockDeclaration? Block = null)
{
    /// <summary>How often a block is to stand there; once where that is no number that it can be.</summary>
    public double Repetitions => Math.Max(1, Arguments.Where(argument => argument.Name == "Repeat").SelectMany(argument => argument.Numbers).DefaultIfEmpty(1).First());
}

/// <summary>The network that a block is.</summary>
/// <param name="TypeName">The name of its class.</param>
/// <param name="Network">Its declaration; null where it cannot be a block.</param>
/// <param name="Problem">Why it cannot be one, as the end of a sentence, else null.</param>
/// <param name="Cycle">The way by which it contains the network around it, as <c>A → B → A</c>, else null.</param>
internal sealed record BlockDeclaration(string TypeName, NetworkDeclaration? Network, string? Problem = null, string? Cycle = null);

/// <summary>An argument: numbers (booleans as 0 and 1, enumerations by value) or texts; several only where it is an array.</summary>
internal sealed record Argument(string Name, EquatableArray<double> Numbers, EquatableArray<string> Texts);

/// <summary>A user's own scalar method: its expression, or the construct that could not be read.</summary>
internal sealed record FunctionDeclaration(string Method, int ParameterCount, Expression? Body, string? Failure);
