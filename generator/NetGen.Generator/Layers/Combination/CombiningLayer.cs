using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Layers.Combination;

/// <summary>
/// A layer of several inputs, given by name: one name stands for the layer before and the named one, several for
/// exactly these. <c>From</c> comes before all names.
/// </summary>
internal abstract class CombiningLayer : Layer
{
    protected const string Names = "names";

    public sealed override IReadOnlyList<LayerSource> Sources(LayerScope scope)
    {
        var names = scope.Texts(Names);
        if (names.Count == 0)
        {
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, Names, scope.Describe(Names), "at least one name", "none");
        }

        var named = names.Select((name, place) => scope.Source(name, Names, place)).ToList();
        if (names.Count == 1 || scope.Declaration.From is not null)
        {
            named.Insert(0, scope.DefaultSource());
        }

        return named;
    }

    /// <summary>An error about one of <see cref="LayerScope.Inputs"/>, on the name that gave it.</summary>
    protected static DeclarationException InputError(LayerScope scope, string id, int input, params object[] messageArguments) =>
        scope.ElementError(id, Names, input - (scope.Inputs.Count - scope.Texts(Names).Count), messageArguments);
}
