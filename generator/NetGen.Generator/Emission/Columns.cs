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

    /// <summary>The count for a comment: <c>3 values</c>.</summary>
    public string Values => Info.Shape.Count == 1 ? "1 value" : $"{Size} values";

    /// <summary>The name of the reference to its first number.</summary>
    public string Data => DataOf(Parameter);

    public string ReadOnlySpan => $"ReadOnlySpan<{Type}> {Parameter}";

    public string Span => $"Span<{Type}> {Parameter}";

    /// <summary>The column's name as a C# string.</summary>
    public string Name => $"\"{Info.Name}\"";

    public static string DataOf(string parameter) => parameter.TrimStart('@') + "Data";

    /// <summary>The declaration of the reference.</summary>
    public string Declaration => $"ref var {Data} = ref MemoryMarshal.GetReference({Parameter});";
}

/// <summary>The columns of a network as parameters, each with a name of its own.</summary>
internal sealed class Columns
{
    // Names that the generated methods use themselves; nameof is one that only an escape makes a name.
    private static readonly string[] Taken =
    {
        "workspace", "memory", "gradients", "gradient", "samples", "version", "first", "count", "parameters", "shared", "perSample", "capacity",
        "perWorker", "worker", "own", "ownGroups", "part", "partGroups", "groups", "@nameof", "prepared", "preparedValues", "known", "buffer", "batch", "inputs", "outputs", "outputGradients", "inputGradients", "predictions", "seed",
    };

    public Columns(NetworkModel model, VectorType type)
    {
        // Parameters need names of their own within a method: what Predict takes, what Loss takes, what Backward takes.
        var predict = new NameScope(Taken);
        Inputs = model.Inputs.Select(column => new ColumnParameter(column, Name(predict, column.Name), type.Keyword)).ToArray();
        var loss = predict.Block();
        var backward = new NameScope(Taken);
        Targets = model.Targets.Select(column => new ColumnParameter(
            column, Name(loss, column.Name), column.ClassCount > 0 ? "int" : type.Keyword)).ToArray();
        Outputs = model.Outputs.Select(column => new ColumnParameter(column, Name(predict, column.Name), type.Keyword)).ToArray();
        OutputGradients = model.Outputs.Select(column => new ColumnParameter(column, Name(backward, column.Name + ".gradient"), type.Keyword)).ToArray();
        InputGradients = model.Inputs.Select(column => new ColumnParameter(column, Name(backward, column.Name + ".gradient"), type.Keyword)).ToArray();
        Weights = model.Losses.Select(info => new ColumnParameter(
            new ColumnInfo(LossLowering.WeightColumn(model.Losses, info), Shape.Scalar),
            Name(loss, model.Losses.Count == 1 ? "sampleWeights" : info.Name + ".weights"),
            type.Keyword)).ToArray();
        Predictions = model.Losses.Select(info => new ColumnParameter(
            new ColumnInfo(info.Name, info.Prediction),
            Name(loss, model.Losses.Count == 1 ? "prediction" : info.Name + ".prediction"),
            type.Keyword)).ToArray();
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

    // The reference to the column's first number needs a name of its own too.
    private static string Name(NameScope scope, string name)
    {
        string parameter;
        do
        {
            parameter = scope.Unique(Identifiers.Camel(name));
        }
        while (!scope.TryTake(ColumnParameter.DataOf(parameter)));
        return parameter;
    }
}
