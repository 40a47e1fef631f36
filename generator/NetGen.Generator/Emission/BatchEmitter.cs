using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The members of the interfaces, which take batches of named columns and call the members over spans.</summary>
internal sealed class BatchEmitter : IClassPart
{
    private readonly ClassContext _context;

    private readonly NetworkPlan _plan;

    public BatchEmitter(ClassContext context, NetworkPlan plan) => (_context, _plan) = (context, plan);

    private SourceWriter Writer => _context.Writer;

    private Columns Columns => _context.Columns;

    public void Write()
    {
        Writer.Line();
        Writer.Block("void INetwork.Predict(Batch inputs, Batch outputs)", () =>
        {
            Writer.Line("outputs.Resize(inputs.Count);");
            Writer.Line($"Predict({Join(Spans("inputs", Columns.Inputs), Spans("outputs", Columns.Outputs))});");
        });
        if (_plan.SamplesAreApart)
        {
            WritePart();
        }

        if (_context.Model.PassesGradients)
        {
            WritePasses();
        }

        if (_context.Model.Losses.Count > 0)
        {
            WriteLosses();
        }
    }

    public void WriteConstants()
    {
    }

    // Several threads may predict at once, so each predicts its samples.
    private void WritePart()
    {
        Writer.Line();
        Writer.Block("void INetwork.PredictPart(Batch inputs, Batch outputs, Worker worker)", () =>
        {
            foreach (var (span, column) in Spans("inputs", Columns.Inputs).Concat(Spans("outputs", Columns.Outputs)).Zip(Columns.Inputs.Concat(Columns.Outputs), (span, column) => (span, column)))
            {
                Writer.Line($"BatchChecks.Length({span}.Length, inputs.Count, {column.Size}, {column.Name});");
            }

            Writer.Line($"var (first, count) = worker.Share(inputs.Count, {Literals.Integer(_plan.Prediction.SampleUnit)});");
            var slices = Spans("inputs", Columns.Inputs).Concat(Spans("outputs", Columns.Outputs))
                .Zip(Columns.Inputs.Concat(Columns.Outputs), (span, column) => $"{span}.Slice({Addresses.Times("first", column.Info.Shape.Count)}, {Addresses.Times("count", column.Info.Shape.Count)})");
            Writer.Block("if (count > 0)", () => Writer.Line($"{(_plan.Sample is null ? "Predict" : "PredictBatch")}({Join(slices)});"));
        });
    }

    private void WritePasses()
    {
        Writer.Line();
        Writer.Block("void IDifferentiableNetwork.Forward(Batch inputs, Batch outputs, Workspace workspace)", () =>
        {
            Writer.Line("outputs.Resize(inputs.Count);");
            Writer.Line($"Forward({Join(Spans("inputs", Columns.Inputs), Spans("outputs", Columns.Outputs), new[] { "workspace" })});");
        });
        Writer.Line();
        Writer.Block(
            "void IDifferentiableNetwork.Backward(Batch outputGradients, Workspace workspace, ParameterBuffer gradients, Batch? inputGradients)",
            () =>
            {
                var upstream = Spans("outputGradients", Columns.OutputGradients);
                var memory = new[] { "workspace", "gradients" };
                Writer.Block("if (inputGradients is null)", () => Writer.Line($"Backward({Join(upstream, memory)});"));
                Writer.Block("else", () =>
                {
                    Writer.Line("inputGradients.Resize(outputGradients.Count);");
                    Writer.Line($"Backward({Join(upstream, memory, Spans("inputGradients", Columns.InputGradients))});");
                });
            });
    }

    private void WriteLosses()
    {
        var columns = Spans("batch", Columns.Inputs.Concat(Columns.Targets)).ToArray();
        var weights = Columns.Weights.Select((column, i) => $"batch[{Literals.Integer(columns.Length + i)}].AsOptionalSpan<{column.Type}>()");
        Writer.Line();
        Writer.Block("LossValue ITrainableNetwork.Loss(Batch batch, Workspace workspace, Batch predictions)", () =>
        {
            Writer.Line("predictions.Resize(batch.Count);");
            Writer.Line($"return Loss({Join(columns, new[] { "workspace" }, weights, Spans("predictions", Columns.Predictions))});");
        });
    }

    private static IEnumerable<string> Spans(string batch, IEnumerable<ColumnParameter> columns) =>
        columns.Select((column, i) => $"{batch}[{Literals.Integer(i)}].AsSpan<{column.Type}>()");

    private static string Join(params IEnumerable<string>[] parts) => Signatures.Join(parts);
}
