using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>What the methods that compute the loss have in common.</summary>
internal static class LossText
{
    /// <summary>The parameters: inputs and targets, memory, the weights of the samples.</summary>
    public static string Parameters(Columns columns, params string[] memory) => Signatures.Join(
        columns.Inputs.Concat(columns.Targets).Select(column => column.ReadOnlySpan),
        memory,
        columns.Weights.Select(column => $"{column.ReadOnlySpan} = default"));

    /// <summary>Writes the checks of columns and workspace, which is no longer that of a forward pass.</summary>
    public static void CheckColumns(ClassContext context)
    {
        Checks.Columns(context.Writer, context.Columns.Inputs, context.Columns.Targets);
        context.Writer.Line($"BatchChecks.Workspace(workspace, typeof({NameQualifier.Self}), samples);");
        context.Writer.Line("workspace.Count = 0;");
    }

    /// <summary>The inputs and targets that a program reads where the caller has them.</summary>
    public static IEnumerable<ColumnParameter> UsedColumns(ProgramPlan plan, Columns columns)
    {
        var used = plan.Kernels.SelectMany(kernel => kernel.Reads).Concat(plan.Graph.Results.Select(result => result.Value)).Select(Aliases.Root)
            .Where(value => plan.StorageOf(value).Region == Region.Caller).Select(columns.Reference).Distinct().ToArray();
        return columns.Inputs.Concat(columns.Targets).Where(column => used.Contains(column.Data));
    }

    /// <summary>The factors of the samples in the average of each loss.</summary>
    public static IReadOnlyList<Value> Scales(ProgramPlan plan) =>
        plan.Graph.Values.Where(value => value.Operation is InputOperation { Role: InputRole.SampleScale }).ToArray();

    /// <summary>Writes the computation of these factors.</summary>
    public static void FillScales(ClassContext context, ProgramEmitter program)
    {
        foreach (var scale in Scales(program.Plan))
        {
            var loss = context.Model.Losses.ToList().FindIndex(candidate => candidate.Name == ((InputOperation)scale.Operation).Name);
            var weights = context.Columns.Weights[loss];
            context.Writer.Line(
                $"SampleScale.Fill({weights.Parameter}, MemoryMarshal.CreateSpan({program.Memory.Reference(scale)}, samples), nameof({weights.Parameter}));");
        }
    }

    /// <summary>The value of the loss.</summary>
    public static string Of(ProgramEmitter program)
    {
        var loss = Value(program.Plan);
        return program.Plan.StorageOf(loss).Region == Region.None
            ? Literals.Double(((ConstantOperation)Aliases.Root(loss).Operation).Value)
            : program.Memory.Reference(loss).Substring("ref ".Length);
    }

    public static Value Value(ProgramPlan plan) => plan.Results(ResultRole.Loss).Single().Value;

    public static bool IsRegularized(ClassContext context) => context.Model.Parameters.Any(parameter => parameter.L1 != 0 || parameter.L2 != 0);
}
