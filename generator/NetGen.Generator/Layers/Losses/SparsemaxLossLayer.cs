using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Losses;

/// <summary>
/// ½Σ_{j∈S}(xⱼ² − τ²) + ½‖q‖² − q·x with the threshold τ and the support S = {j : xⱼ > τ} of sparsemax(x). Its gradient
/// is sparsemax(x) − q. Martins and Astudillo, 2016.
/// </summary>
internal sealed class SparsemaxLossLayer : LossLayer
{
    public override bool HasTargetKind => true;

    public override LossTarget Target(LayerScope scope, Shape prediction) => ClassTarget.For(scope, prediction);

    public override Value PerSample(LayerScope scope, Value prediction, Value target)
    {
        // With y = x − m the support's term is ½Σ(yⱼ² − τ_y²) + m for any m, since Σ_{j∈S}(xⱼ − τ) = 1. With the maximum as
        // m the squares are at most 1, and nothing large cancels. The derivatives with respect to m cancel exactly.
        var graph = scope.Graph;
        var maximum = graph.StopGradient(graph.Reduce(Reduction.Maximum, prediction, 0));
        var y = graph.Map(X(0) - X(1), prediction, maximum);
        var threshold = graph.SparsemaxThreshold(y);
        return target.Type.Element == ElementKind.Int32
            ? ForClass(graph, y, threshold, target)
            : ForDistribution(graph, y, threshold, prediction, target, maximum);
    }

    // ‖q‖² = 1 and q·x − m = y_k.
    private static Value ForClass(GraphBuilder graph, Value y, Value threshold, Value target)
    {
        var terms = Support(X(0), X(1)) - Select(Equal(X(2), X(3)), X(0), 0);
        var sum = graph.Reduce(Reduction.Sum, graph.Map(terms, y, threshold, graph.Iota(0, y.Shape), target), 0);
        return graph.Map(X(0) + 0.5, sum);
    }

    private static Value ForDistribution(GraphBuilder graph, Value y, Value threshold, Value x, Value target, Value maximum)
    {
        var terms = Support(X(0), X(1)) + (X(3) * ((0.5 * X(3)) - X(2)));
        var sum = graph.Reduce(Reduction.Sum, graph.Map(terms, y, threshold, x, target), 0);
        return graph.Map(X(0) + X(1), sum, maximum);
    }

    private static Expression Support(Expression y, Expression threshold) =>
        Select(Greater(y, threshold), 0.5 * ((y - threshold) * (y + threshold)), 0);
}
