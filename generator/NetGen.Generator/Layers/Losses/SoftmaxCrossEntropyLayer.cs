using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Losses;

/// <summary>−Σⱼ targetⱼ · logsoftmax(x)ⱼ; for a class index t: ln Σⱼ e^xⱼ − x_t.</summary>
internal sealed class SoftmaxCrossEntropyLayer : LossLayer
{
    public override LossTarget Target(LayerScope scope, Shape prediction) =>
        prediction.Rank != 1
            ? throw scope.Error(DiagnosticIds.RankMismatch, null, scope.Describe(), "one axis of logits", scope.Inputs[0].Name, prediction)
            : scope.Int("TargetKind") == 0 ? new LossTarget(Shape.Scalar, prediction[0]) : new LossTarget(prediction);

    public override Value PerSample(LayerScope scope, Value prediction, Value target)
    {
        var graph = scope.Graph;
        var logProbabilities = SoftmaxLowering.LogSoftmax(graph, prediction, axis: 0);
        var terms = target.Type.Element == ElementKind.Int32
            ? graph.Map(
                new Select(new Compare(Comparison.Equal, new Operand(1), new Operand(2)), -new Operand(0), 0),
                logProbabilities,
                graph.Iota(0, prediction.Shape),
                target)
            : graph.Map(-(new Operand(0) * new Operand(1)), logProbabilities, target);
        return graph.Reduce(Reduction.Sum, terms, 0);
    }
}
