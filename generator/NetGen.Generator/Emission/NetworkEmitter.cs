using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Optimization;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Writes the generated part of a network's class.</summary>
internal static class NetworkEmitter
{
    public static string Emit(NetworkModel model)
    {
        var parameters = ParameterPlan.Of(model);
        var context = new ClassContext(model, parameters);
        var prediction = new PredictionEmitter(context, Plan(model.Prediction, ResultRole.Output, parameters, prepare: true));
        var parts = new List<IClassPart> { new MembersEmitter(context), prediction };
        var programs = new List<ProgramPlan>();
        if (model.PassesGradients)
        {
            var pass = ProgramPlanner.Plan(Passes.Run(GradientGraphs.VectorJacobianProduct(model)), parameters, keepInputs: true);
            programs.Add(pass);
            parts.Add(new PassEmitter(context, pass));
        }

        if (model.Losses.Count > 0)
        {
            var evaluation = ProgramPlanner.Plan(
                Passes.Run(GraphCopy.Of(model.Prediction, result => result.Role is ResultRole.Loss or ResultRole.Prediction)), parameters);
            var training = ProgramPlanner.Plan(Passes.Run(GradientGraphs.LossAndGradient(model)), parameters);
            programs.Add(evaluation);
            programs.Add(training);
            parts.Add(new LossEmitter(context, evaluation, training));
        }

        parts.Insert(1, new WorkspaceEmitter(context, prediction.Plan, programs));
        parts.Add(new BatchEmitter(context));
        parts.Add(new DescriptionEmitter(context));
        return Write(context, parts);
    }

    private static ProgramPlan Plan(ComputationGraph graph, ResultRole role, ParameterPlan parameters, bool prepare) =>
        ProgramPlanner.Plan(Passes.Run(GraphCopy.Of(graph, result => result.Role == role)), parameters, prepare);

    private static string Write(ClassContext context, IReadOnlyList<IClassPart> parts)
    {
        var writer = context.Writer;
        FileHeader.Write(writer, context.Model, () =>
        {
            DocumentationEmitter.Write(writer, context.Model);
            var declared = context.Model.Losses.Count > 0 ? "ITrainableNetwork"
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
