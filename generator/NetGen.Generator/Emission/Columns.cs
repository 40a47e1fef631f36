using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Emission;

/// <summary>A column as a parameter of the generated methods.</summary>
/// <param name="Info">Name and shape.</param>
/// <param name="Parameter">The name of the parameter.</param>
/// <param name="Type">The type of its numbers.</param>
internal sealed record ColumnParameter(ColumnInfo Info, string Parameter, string Type)
{
    public string Size => Literals.Integer(Info.Shape.Count);

    /// <summary>The name of the reference to its first number.</summary>
    public string Data => Parameter.TrimStart('@') + "Data";

    public string ReadOnlySpan => $"ReadOnlySpan<{Type}> {Parameter}";

    public string Span => $"Span<{Type}> {Parameter}";

    /// <summary>The column's name as a C# string.</summary>
    public string Name => $"\"{Info.Name}\"";

    /// <summary>The declaration of the reference.</summary>
    public string Declaration => $"ref var {Data} = ref MemoryMarshal.GetReference({Parameter});";
}

/// <summary>The columns of a network as parameters, each with a name of its own.</summary>
internal sealed class Columns
{
    // Names that the generated methods use themselves.
    private static readonly string[] Taken =
    {
        "workspace", "gradients", "gradient", "samples", "version", "first", "count", "parameters", "shared", "perSample", "capacity",
        "prepared", "preparedValues", "known", "buffer", "batch", "inputs", "outputs", "outputGradients", "inputGradients", "predictions", "seed",
    };

    public Columns(NetworkModel model, VectorType type)
    {
        var scope = new NameScope(Taken);
        string Name(string name) => scope.Unique(Identifiers.Camel(name));

        Inputs = model.Inputs.Select(column => new ColumnParameter(column, Name(column.Name), type.Keyword)).ToArray();
        Targets = model.Targets.Select(column => new ColumnParameter(
            column, Name(column.Name), column.ClassCount > 0 ? "int" : type.Keyword)).ToArray();
        Outputs = model.Outputs.Select(column => new ColumnParameter(column, Name(column.Name), type.Keyword)).ToArray();
        OutputGradients = model.Outputs.Select(column => new ColumnParameter(column, Name(column.Name + ".gradient"), type.Keyword)).ToArray();
        InputGradients = model.Inputs.Select(column => new ColumnParameter(column, Name(column.Name + ".gradient"), type.Keyword)).ToArray();
        Weights = model.Losses.Select(loss => new ColumnParameter(
            new ColumnInfo(WeightName(model, loss), Shape.Scalar), Name(model.Losses.Count == 1 ? "sampleWeights" : loss.Name + ".weights"), type.Keyword)).ToArray();
        Predictions = model.Losses.Select(loss => new ColumnParameter(
            new ColumnInfo(loss.Name, loss.Prediction), Name(model.Losses.Count == 1 ? "prediction" : loss.Name + ".prediction"), type.Keyword)).ToArray();
    }

    public IReadOnlyList<ColumnParameter> Inputs { get; }

    public IReadOnlyList<ColumnParameter> Targets { get; }

    /// <summary>The sample weights of each loss.</summary>
    public IReadOnlyList<ColumnParameter> Weights { get; }

    /// <summary>What each loss consumes.</summary>
    public IReadOnlyList<ColumnParameter> Predictions { get; }

    public IReadOnlyList<ColumnParameter> Outputs { get; }

    public IReadOnlyList<ColumnParameter> OutputGradients { get; }

    public IReadOnlyList<ColumnParameter> InputGradients { get; }

    /// <summary>Names that no other local of a generated method may have.</summary>
    public IEnumerable<string> Names => new[] { Inputs, Targets, Weights, Predictions, Outputs, OutputGradients, InputGradients }
        .SelectMany(columns => columns).SelectMany(column => new[] { column.Parameter, column.Data }).Concat(Taken);

    /// <summary>The name of the reference to a column of the caller.</summary>
    public string Reference(Value value) => value.Operation is InputOperation input
        ? (input.Role switch
        {
            InputRole.Target => Targets.First(column => column.Info.Name == input.Name),
            InputRole.OutputGradient => OutputGradients.First(column => column.Info.Name == input.Name),
            _ => Inputs.First(column => column.Info.Name == input.Name),
        }).Data
        : throw new InvalidGraphException($"{value} is no column.");

    private static string WeightName(NetworkModel model, LossInfo loss) =>
        model.Losses.Count == 1 ? "sampleWeights" : loss.Name + "Weights";
}
