using System;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Diagnostics;

/// <summary>An error in a declaration, by value: the analyzer turns the layer's place and the argument's name into a location.</summary>
/// <param name="Id">The id of its descriptor, as <c>NG0102</c>.</param>
/// <param name="Layer">The place of the layer attribute in the declaration, or −1 for the class itself.</param>
/// <param name="Argument">The parameter or property of the attribute, or null for the whole attribute; of [Network] where <paramref name="Layer"/> is −1.</param>
/// <param name="Element">The place within the argument where that is an array, else −1.</param>
/// <param name="MessageArguments">What the message's format takes.</param>
internal sealed record DeclarationError(
    string Id, int Layer, string? Argument, int Element, EquatableArray<string> MessageArguments)
{
    /// <summary>An error of the class as a whole.</summary>
    public static DeclarationError OfClass(string id, params string[] messageArguments) =>
        new(id, -1, null, -1, new EquatableArray<string>(messageArguments));
}

/// <summary>Leaves the lowering of a declaration that is wrong.</summary>
internal sealed class DeclarationException : Exception
{
    public DeclarationException(DeclarationError error)
        : base(error.Id) => Error = error;

    public DeclarationError Error { get; }

    /// <summary>Whether the mistake is one of a block's class, which says so itself.</summary>
    public bool IsElsewhere { get; set; }
}
