using System.Collections.Generic;

namespace NetGen.Generator.Declarations;

/// <summary>
/// The names of the public members that every generated class has. A class that has one of its own under such a name, or
/// is itself named so, cannot be a network.
/// </summary>
internal static class GeneratedMembers
{
    public const string Predict = "Predict";
    public const string Forward = "Forward";
    public const string Backward = "Backward";
    public const string LossAndGradient = "LossAndGradient";
    public const string Loss = "Loss";
    public const string Parameters = "Parameters";
    public const string Description = "Description";
    public const string CreateWorkspace = "CreateWorkspace";
    public const string CreateGradients = "CreateGradients";
    public const string ParameterCount = "ParameterCount";

    public static IReadOnlyList<string> Names { get; } = new[]
    {
        Predict, Forward, Backward, LossAndGradient, Loss, Parameters, Description, CreateWorkspace, CreateGradients, ParameterCount,
    };

    /// <summary>The constant with the size of one sample of a column: <c>OutputSize</c> for <c>output</c>.</summary>
    public static string SizeConstant(string column) => char.ToUpperInvariant(column[0]) + column.Substring(1) + "Size";
}
