using System;
using System.Collections.Immutable;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Infrastructure;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>A network as a user would write it.</summary>
/// <param name="Settings">The arguments of <c>[Network]</c>.</param>
/// <param name="Layers">The layers in order.</param>
/// <param name="Methods">The own methods of the class.</param>
internal sealed record RandomNetwork(
    ImmutableSortedDictionary<string, object> Settings, ImmutableArray<RandomLayer> Layers, ImmutableArray<OwnMethodText> Methods)
{
    /// <summary>The name of the class.</summary>
    public const string ClassName = "Sample";

    /// <summary>The file as C#.</summary>
    public string Text
    {
        get
        {
            var settings = string.Join(", ", Settings.Select(setting => $"{setting.Key} = {Literal.Of(setting.Value)}"));
            var layers = string.Join('\n', Layers.Select(layer => layer.Text));
            var methods = string.Join("\n\n", Methods.Where(IsUsed).Select(method => "    " + method.Text));
            return $"using System;\nusing NetGen;\n\n{(settings.Length == 0 ? "[Network]" : $"[Network({settings})]")}\n{layers}\n"
                + (methods.Length == 0 ? $"internal sealed partial class {ClassName};\n" : $"internal sealed partial class {ClassName}\n{{\n{methods}\n}}\n");
        }
    }

    /// <summary>What the compiler reads from the text, as <see cref="RandomLayer.Declaration"/> says.</summary>
    public NetworkDeclaration Declaration => new(
        new TypeDeclaration(string.Empty, ClassName, ClassName, default, default),
        Settings.GetValueOrDefault("Precision") is Precision.Double,
        Number("L1"),
        Number("L2"),
        new EquatableArray<LayerDeclaration>(Layers.Select(layer => layer.Declaration)),
        default);

    private double Number(string setting) => Settings.GetValueOrDefault(setting) is double number ? number : 0;

    // A method that only a later one calls is kept with it; earlier ones never call later ones.
    private bool IsUsed(OwnMethodText method) =>
        Layers.Any(layer => layer.Positional.Concat(layer.Named.Values).Contains(new OwnMethodName(method.Name)))
        || Methods.Skip(Methods.IndexOf(method) + 1).Any(other => IsUsed(other) && other.Text.Contains(method.Name + "(", StringComparison.Ordinal));
}

/// <summary>An own method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">How many parameters it has.</param>
/// <param name="Text">The method as C#.</param>
internal sealed record OwnMethodText(string Name, int Parameters, string Text);
