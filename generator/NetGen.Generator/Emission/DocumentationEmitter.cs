using System.Linq;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Emission;

/// <summary>The doc comment of the class: the layer table, which shows on hover.</summary>
internal static class DocumentationEmitter
{
    public static void Write(SourceWriter writer, NetworkModel model)
    {
        writer.Line("/// <summary>");
        writer.Line($"/// A network of {Literals.Integer(model.Layers.Sum(layer => layer.ParameterCount))} parameters:");
        foreach (var line in LayerTable.Lines(model))
        {
            // Spaces would be folded; these are kept.
            writer.Line($"/// <para><c>{line.Replace(' ', '\u00a0').Replace("<", "&lt;").Replace(">", "&gt;")}</c></para>");
        }

        writer.Line("/// </summary>");
    }
}
