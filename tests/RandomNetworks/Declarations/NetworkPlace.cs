using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Infrastructure;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>Where the class of a network stands.</summary>
/// <param name="Namespace">The namespace, empty for the global one.</param>
/// <param name="Containers">The kinds of the types around it, outermost first.</param>
/// <param name="MethodsAround">Whether its own methods are members of the innermost of those.</param>
internal sealed record NetworkPlace(string Namespace, ImmutableArray<string> Containers, bool MethodsAround)
{
    private const string Static = "static ";

    private static readonly ImmutableArray<string> Namespaces = [string.Empty, "Models", "Company.Models", "@class.größe"];

    private static readonly ImmutableArray<string> Kinds = ["class", Static + "class", "struct", "record", "record struct", "interface"];

    private static readonly ImmutableArray<string> Names = ["Outer", "Inner"];

    /// <summary>The name of the class.</summary>
    public string ClassName { get; init; } = RandomNetwork.ClassName;

    /// <summary>By itself, in no namespace.</summary>
    public static NetworkPlace Alone { get; } = new(string.Empty, [], MethodsAround: false);

    /// <summary>The full name of the class as reflection has it.</summary>
    public string MetadataName
    {
        get
        {
            var types = string.Join('+', Names.Take(Containers.Length).Append(ClassName));
            return Namespace.Length == 0 ? types : $"{Namespace.Replace("@", string.Empty, StringComparison.Ordinal)}.{types}";
        }
    }

    /// <summary>What the compiler reads of it.</summary>
    public TypeDeclaration Declaration => new(
        Namespace,
        ClassName,
        MetadataName,
        new EquatableArray<ContainingType>(Containers.Select((kind, i) => new ContainingType(kind.Replace(Static, string.Empty, StringComparison.Ordinal), Names[i]))),
        default);

    /// <summary>One network in four stands in a namespace, in other types, or both.</summary>
    public static NetworkPlace Write(Random random) => random.Next(4) > 0 ? Alone : new NetworkPlace(
        Namespaces[random.Next(Namespaces.Length)],
        [.. Enumerable.Range(0, random.Next(Names.Length + 1)).Select(_ => Kinds[random.Next(Kinds.Length)])],
        MethodsAround: random.Next(2) == 0);

    /// <summary>The class with what is around it.</summary>
    /// <param name="attributes">The lines above the class.</param>
    /// <param name="methods">Its own methods.</param>
    public string Text(string attributes, string methods)
    {
        var isAround = MethodsAround && Containers.Length > 0;
        var text = attributes + Type("sealed ", "class", ClassName, isAround ? string.Empty : methods);
        for (var i = Containers.Length - 1; i >= 0; i--)
        {
            var isStatic = Containers[i].StartsWith(Static, StringComparison.Ordinal);
            var members = isAround && i == Containers.Length - 1 ? methods + text : text;
            text = Type(isStatic ? Static : string.Empty, isStatic ? Containers[i][Static.Length..] : Containers[i], Names[i], members);
        }

        return Namespace.Length == 0 ? text : $"namespace {Namespace};\n\n{text}";
    }

    private static string Type(string modifier, string keyword, string name, string members)
    {
        var indented = string.Concat(members.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n"));
        return $"internal {modifier}partial {keyword} {name}{(members.Length == 0 ? ";\n" : $"\n{{\n{indented}}}\n")}";
    }
}
