using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>What a network is, known at compile time.</summary>
public sealed record NetworkDescription
{
    /// <summary>The name of its class.</summary>
    public required string Name { get; init; }

    /// <summary>The type of parameters, activations and gradients.</summary>
    public required ElementType ElementType { get; init; }

    /// <summary>The layers in the order of the declaration.</summary>
    public required ImmutableArray<LayerDescription> Layers { get; init; }

    /// <summary>The losses in the order of the declaration.</summary>
    public ImmutableArray<LossDescription> Losses { get; init; } = [];

    /// <summary>The inputs in the order of the declaration.</summary>
    public required ImmutableArray<ColumnDescription> Inputs { get; init; }

    /// <summary>The results in the order of the declaration.</summary>
    public required ImmutableArray<ColumnDescription> Outputs { get; init; }

    /// <summary>The columns of a batch to train on: the inputs, then the targets, then one of sample weights for each loss.</summary>
    public ImmutableArray<ColumnDescription> BatchColumns { get; init; } = [];

    /// <summary>The value that each loss consumes, in the order of <see cref="Losses"/>.</summary>
    public ImmutableArray<ColumnDescription> Predictions { get; init; } = [];

    /// <summary>The parameters in canonical order, with their places in the flat buffer.</summary>
    public required ImmutableArray<ParameterSegment> Segments { get; init; }

    /// <summary>How many parameters, padding not counted.</summary>
    public required long ParameterCount { get; init; }

    /// <summary>How many multiply-adds one sample costs in prediction.</summary>
    public required long MultiplyAdds { get; init; }

    /// <summary>
    /// The network as a table of text: name, kind, shape for one sample, parameters and multiply-adds of each layer, then the
    /// losses and the total. Lines end in line feeds, and numbers are written in the invariant culture.
    /// </summary>
    public override string ToString()
    {
        var rows = new List<string[]> { Row("layer", "kind", "output", "parameters", "multiply-adds") };
        foreach (var layer in Layers)
        {
            rows.Add(Row(layer.Name, layer.Kind, $"[{string.Join(", ", layer.Shape)}]", Text(layer.ParameterCount), Text(layer.MultiplyAdds)));
        }

        foreach (var loss in Losses)
        {
            rows.Add(Row(loss.Name, loss.Kind, "loss", string.Empty, string.Empty));
        }

        rows.Add(Row("total", string.Empty, string.Empty, Text(ParameterCount), Text(MultiplyAdds)));
        return $"{Name} ({ElementType})\n{TextTable.Align(rows, leftColumns: 3)}";
    }

    private static string[] Row(params string[] cells) => cells;

    private static string Text(long number) => number == 0 ? "-" : number.ToString("N0", CultureInfo.InvariantCulture);
}
