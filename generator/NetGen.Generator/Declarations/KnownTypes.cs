using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Declarations;

/// <summary>The runtime's attribute classes that make a declaration, found by name: there is no reference to the runtime.</summary>
internal static class KnownTypes
{
    public const string NetworkAttribute = "NetGen.NetworkAttribute";

    public static bool IsNetwork(INamedTypeSymbol? type) => type is not null && Is(type, "NetworkAttribute");

    /// <summary>Whether a class derives from the base of all layer attributes.</summary>
    public static bool IsLayer(INamedTypeSymbol? type)
    {
        for (var ancestor = type?.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Is(ancestor, "LayerAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a class stands in the runtime's namespace.</summary>
    public static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingType is null
        && type.ContainingNamespace is { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true };

    private static bool Is(INamedTypeSymbol type, string name) => type.Name == name && IsOurs(type);
}
