using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Emission;

/// <summary>The layers as a table of text.</summary>
internal static class LayerTable
{
    public static IEnumerable<string> Lines(NetworkModel model)
    {
        var rows = Rows(model).ToArray();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row => string.Join("  ", row.Select((cell, column) =>
            column < 3 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }

    /// <summary>A header and a row for each layer: name, kind, output shape, parameters, multiply-adds.</summary>
    public static IEnumerable<string[]> Rows(NetworkModel model)
    {
        yield return new[] { "layer", "kind", "output", "parameters", "multiply-adds" };
        foreach (var layer in model.Layers)
        {
            yield return new[]
            {
                layer.Name, layer.Kind, layer.Shape.ToString(), Number(layer.ParameterCount), Number(layer.MultiplyAdds),
            };
        }

        foreach (var loss in model.Losses)
        {
            yield return new[] { loss.Name, loss.Kind, "loss", string.Empty, string.Empty };
        }

        yield return new[]
        {
            "total", string.Empty, string.Empty, Number(model.Layers.Sum(layer => layer.ParameterCount)), Number(model.Layers.Sum(layer => layer.MultiplyAdds)),
        };
    }

    private static string Number(long value) => value == 0 ? "-" : value.ToString("#,0", CultureInfo.InvariantCulture);
}
