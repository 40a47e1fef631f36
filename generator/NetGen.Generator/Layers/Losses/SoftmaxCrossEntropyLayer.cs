using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Losses;

/// <summary>−Σⱼ targetⱼ · logsoftmax(x)ⱼ; for a class index t: ln Σⱼ e^xⱼ − x_t.</summary>
internal sealed class SoftmaxCrossEntropyLayer : LossLayer
{
    public override bool HasTargetKind => true;

    public override LossTarget Target(LayerScope scope, Shape prediction) => ClassTarget.For(scope, prediction);

    public override Value PerSample(LayerScope scope, Value prediction, Value target)
    {
        var graph = scope.Graph;
        var logProbabilities = SoftmaxLowering.LogSoftmax(graph, prediction, axis: 0);
        var terms = target.Type.Element == ElementKind.Int32
            ? graph.Map(Select(Equal(X(1), X(2)), -X(0), 0), logProbabilities, graph.Iota(0, prediction.Shape), target)
            : graph.Map(-(X(0) * X(1)), logProbabilities, target);
        return graph.Reduce(Reduction.Sum, terms, 0);
    }
}
