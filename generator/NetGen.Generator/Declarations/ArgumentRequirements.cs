using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Declarations;

/// <summary>What must hold for the attributes of a network whatever their layers mean.</summary>
internal static class ArgumentRequirements
{
    public static IEnumerable<DeclarationError> Errors(
        NetworkSymbol network, IReadOnlyList<LayerDeclaration> layers, CancellationToken cancellation)
    {
        foreach (var error in ConstantErrors(network.Attribute, -1, "Network"))
        {
            yield return error;
        }

        for (var i = 0; i < layers.Count; i++)
        {
            if (!LayerCatalogue.Kinds.ContainsKey(layers[i].Kind))
            {
                yield return Error(DiagnosticIds.UnknownLayer, i, null, layers[i].Kind);
            }

            foreach (var error in ConstantErrors(network.Layers[i], i, layers[i].Kind))
            {
                yield return error;
            }
        }

        // One error says it for all of them.
        var stray = Enumerable.Range(0, layers.Count).Count(i => network.IsOnPart(network.Layers[i], cancellation));
        if (stray < layers.Count)
        {
            yield return Error(DiagnosticIds.SpreadOverParts, stray, null, layers[stray].Kind, network.Type.Name);
        }
    }

    private static IEnumerable<DeclarationError> ConstantErrors(AttributeData attribute, int layer, string kind)
    {
        var positional = attribute.AttributeConstructor!.Parameters.Zip(
            attribute.ConstructorArguments, (parameter, value) => new KeyValuePair<string, TypedConstant>(parameter.Name, value));
        foreach (var argument in positional.Concat(attribute.NamedArguments))
        {
            if (argument.Value is { Kind: TypedConstantKind.Enum, Type: { } type } && !IsMember(argument.Value, type))
            {
                yield return Error(
                    DiagnosticIds.ArgumentOutOfRange, layer, argument.Key, $"{argument.Key} of {kind}", $"a member of {type.Name}", $"{argument.Value.Value}");
            }
        }
    }

    private static bool IsMember(TypedConstant value, ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Any(member => member.HasConstantValue && Equals(member.ConstantValue, value.Value));

    private static DeclarationError Error(string id, int layer, string? argument, params string[] arguments) =>
        new(id, layer, argument, -1, new EquatableArray<string>(arguments));
}
