using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Writes the generated part of a network's class.</summary>
internal static class NetworkEmitter
{
    public static string Emit(NetworkPlan plan)
    {
        var context = new ClassContext(plan.Model, plan.Parameters);
        var programs = new[] { plan.Pass, plan.Evaluation, plan.Training }.OfType<ProgramPlan>().ToArray();
        var parts = new List<IClassPart>
        {
            new MembersEmitter(context),
            new WorkspaceEmitter(context, plan.Prediction, plan.Sample, programs),
            new PredictionEmitter(context, plan.Prediction, plan.Sample),
        };
        if (plan.Pass is not null)
        {
            parts.Add(new PassEmitter(context, plan.Pass));
        }

        if (plan.Evaluation is not null && plan.Training is not null)
        {
            parts.Add(new LossEmitter(context, plan.Evaluation, plan.Training));
        }

        parts.Add(new BatchEmitter(context, plan));
        parts.Add(new DescriptionEmitter(context));
        return Write(context, parts);
    }

    private static string Write(ClassContext context, IReadOnlyList<IClassPart> parts)
    {
        var writer = context.Writer;
        FileHeader.Write(writer, context.Model, () =>
        {
            DocumentationEmitter.Write(writer, context.Model);
            var declared = context.Model.Losses.Count > 0 ? "ITrainableNetwork, global::NetGen.ISharedPass"
                : context.Model.PassesGradients ? "IDifferentiableNetwork" : "INetwork";
            writer.Block($"partial class {NameQualifier.Self} : global::NetGen.{declared}", () =>
            {
                foreach (var part in parts)
                {
                    part.Write();
                }

                writer.Line();
                writer.Lines(context.Library.Text.TrimEnd('\n').Split(new[] { '\n' }, StringSplitOptions.None));
                foreach (var part in parts)
                {
                    part.WriteConstants();
                }
            });
        });
        return NameQualifier.Qualify(writer.ToString(), context.Model.Declaration.Type);
    }
}

/// <summary>A part of the generated class.</summary>
internal interface IClassPart
{
    /// <summary>The members that users see.</summary>
    void Write();

    /// <summary>The constants at the end of the class.</summary>
    void WriteConstants();
}
