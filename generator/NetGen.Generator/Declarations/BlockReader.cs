using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Declarations;

/// <summary>Reads the networks that are parts of a network, and theirs.</summary>
internal sealed class BlockReader
{
    /// <summary>How many layers a network of blocks may have: more than anyone writes down by hand, but repetitions multiply.</summary>
    public const int MostLayers = 10_000;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<INamedTypeSymbol, BlockDeclaration> _known = new(SymbolEqualityComparer.Default);
    private readonly List<INamedTypeSymbol> _around = new();

    public BlockReader(INamedTypeSymbol network, Compilation compilation, CancellationToken cancellation)
    {
        _around.Add(network);
        _compilation = compilation;
        _cancellation = cancellation;
    }

    /// <summary>The class that an attribute names as a block; null where it names none or one that does not exist.</summary>
    public static INamedTypeSymbol? TypeOf(AttributeData attribute) =>
        attribute.AttributeClass is { TypeArguments.Length: 1 } type && KnownTypes.IsOurs(type.OriginalDefinition)
            ? type.TypeArguments[0] as INamedTypeSymbol
            : null;

    /// <summary>The network that a class is.</summary>
    public BlockDeclaration Read(INamedTypeSymbol type)
    {
        if (!_known.TryGetValue(type, out var block))
        {
            block = _around.Contains(type, SymbolEqualityComparer.Default) ? Cycle(type) : Inside(type);

            // What a cycle hides shows elsewhere.
            if (block.Cycle is null)
            {
                _known.Add(type, block);
            }
        }

        return block;
    }

    // A way round that does not come by the network itself is a mistake of the classes on it.
    private BlockDeclaration Cycle(INamedTypeSymbol type) =>
        new(type.Name, null, Cycle: SymbolEqualityComparer.Default.Equals(type, _around[0]) ? string.Join(" → ", _around.Append(type).Select(item => item.Name)) : string.Empty);

    private BlockDeclaration Inside(INamedTypeSymbol type)
    {
        if (NetworkSymbol.Find(type, _cancellation) is not { } network)
        {
            return new BlockDeclaration(
                type.Name,
                null,
                type.TypeKind == TypeKind.Error || type.IsValueType ? string.Empty
                : type.GetAttributes().Any(attribute => KnownTypes.IsNetwork(attribute.AttributeClass)) ? "its source is not in this project"
                : "it is no network; add [Network] to it");
        }

        _around.Add(type);
        var declaration = DeclarationReader.Read(network, _compilation, this, _cancellation);
        _around.RemoveAt(_around.Count - 1);
        var cycle = declaration.Layers.Select(layer => layer.Block?.Cycle).FirstOrDefault(found => found is not null);
        return cycle is not null ? new BlockDeclaration(type.Name, null, Cycle: cycle)
            : declaration.LayerCount > MostLayers ? new BlockDeclaration(type.Name, null, System.FormattableString.Invariant($"it has more than {MostLayers:N0} layers with its repetitions"))
            : new BlockDeclaration(type.Name, declaration);
    }
}
