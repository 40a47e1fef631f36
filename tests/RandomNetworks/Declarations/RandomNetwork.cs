using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>A network as a user would write it.</summary>
/// <param name="Settings">The arguments of <c>[Network]</c>.</param>
/// <param name="Layers">The layers in order.</param>
/// <param name="Methods">The own methods of the class, and the helpers that those call.</param>
/// <param name="Place">Where the class stands.</param>
internal sealed record RandomNetwork(
    ImmutableSortedDictionary<string, object> Settings, ImmutableArray<RandomLayer> Layers, ImmutableArray<OwnMethod> Methods, NetworkPlace Place)
{
    /// <summary>The name of the class.</summary>
    public const string ClassName = "Sample";

    /// <summary>The file as C#.</summary>
    public string Text
    {
        get
        {
            var blocks = string.Concat(Blocks.Select(block => "\n" + block.Place.Text(block.Attributes, string.Empty)));
            var used = Methods.Where(IsUsed).ToArray();
            var own = string.Concat(used.Where(method => !method.IsHelper).Select(method => method.Text + "\n"));
            var helpers = used.Any(method => method.IsHelper || method.Body.Contains(OwnMethods.HelperClass, StringComparison.Ordinal)) ? "\n" + OwnMethods.Helpers(used) : string.Empty;
            return $"using System;\nusing NetGen;\n\n{Place.Text(Attributes, own)}{blocks}{helpers}";
        }
    }

    /// <summary>The networks that are parts of it, theirs too.</summary>
    private IEnumerable<RandomNetwork> Blocks =>
        Layers.Where(layer => layer.Block is not null).SelectMany(layer => layer.Block!.Blocks.Append(layer.Block)).DistinctBy(block => block.Place.ClassName);

    private string Attributes
    {
        get
        {
            var settings = string.Join(", ", Settings.Select(setting => $"{setting.Key} = {Literal.Of(setting.Value)}"));
            return string.Concat(Layers.Select(layer => layer.Text).Prepend(settings.Length == 0 ? "[Network]" : $"[Network({settings})]").Select(line => line + "\n"));
        }
    }

    /// <summary>What the compiler reads from the text, as <see cref="RandomLayer.Declaration"/> says.</summary>
    public NetworkDeclaration Declaration => new(
        Place.Declaration,
        Settings.GetValueOrDefault("Precision") is Precision.Double,
        Number("L1"),
        Number("L2"),
        new EquatableArray<LayerDeclaration>(Layers.Select(layer => layer.Declaration(Methods))),
        new EquatableArray<DeclarationError>(Layers.SelectMany((layer, place) => layer.ReadingErrors(place))),
        IsBlock: Settings.ContainsKey("IsBlock"));

    private double Number(string setting) => Settings.GetValueOrDefault(setting) is double number ? number : 0;

    /// <summary>Whether a layer names the method, or a later one that is used calls it; earlier ones never call later ones.</summary>
    public bool IsUsed(OwnMethod method) =>
        Layers.Any(layer => layer.Positional.Concat(layer.Named.Values).Contains(new OwnMethodName(method.Name)))
        || Methods.Skip(Methods.IndexOf(method) + 1).Any(other => IsUsed(other) && other.Body.Contains(method.Name + "(", StringComparison.Ordinal));
}
