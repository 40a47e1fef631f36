using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Layers;

/// <summary>Gives every layer its name: the declared one, else the kind in lower case and a number counted per kind.</summary>
internal static class LayerNames
{
    public static IReadOnlyList<string> Assign(EquatableArray<LayerDeclaration> layers)
    {
        var names = new string[layers.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);

        // Nothing refers to a result by name, so a result may be named as its layer is.
        var results = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < layers.Count; i++)
        {
            if (layers[i].Name is { } name)
            {
                Check(name, i, layers[i].Kind, layers[i].Kind == "Output" ? results : taken);
                names[i] = name;
            }
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < layers.Count; i++)
        {
            names[i] ??= Default(layers[i].Kind, layers, counts, taken);
        }

        return names;
    }

    /// <summary>Whether a text can name something: a letter or underscore, then letters, digits and underscores.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c == '_');

    private static void Check(string name, int index, string kind, HashSet<string> taken)
    {
        if (!IsName(name))
        {
            throw new DeclarationException(new DeclarationError(
                DiagnosticIds.NotAName, index, "Name", -1, new EquatableArray<string>(new[] { name, kind })));
        }

        if (!taken.Add(name))
        {
            throw new DeclarationException(new DeclarationError(
                DiagnosticIds.DuplicateName, index, "Name", -1, new EquatableArray<string>(new[] { name })));
        }
    }

    private static string Default(string kind, EquatableArray<LayerDeclaration> layers, Dictionary<string, int> counts, HashSet<string> taken)
    {
        // The only input needs no number: its name is a parameter of Predict.
        var alone = kind == "Input" && layers.Count(layer => layer.Kind == kind) == 1;
        if (alone && taken.Add("input"))
        {
            return "input";
        }

        string name;
        do
        {
            counts.TryGetValue(kind, out var count);
            counts[kind] = count + 1;
            name = kind.ToLowerInvariant() + (count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        while (!taken.Add(name));

        return name;
    }
}
