using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Normalization;

/// <summary>Normalises each channel: in training over the batch and all axes behind it, in prediction by running statistics.</summary>
internal sealed class BatchNormLayer : Layer
{
    private const string Mean = "running_mean";
    private const string Variance = "running_var";

    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var channels = new Shape(x.Shape[0]);
        var momentum = scope.Checked("Momentum", 0.1, "in [0, 1]", value => value is >= 0 and <= 1);
        var epsilon = scope.FinitePositive("Epsilon", 1e-5);
        var affine = Normalized.Parameters(scope, channels, otherwise: true);
        var (runningMean, runningVariance) = (scope.State(Mean, channels, 0), scope.State(Variance, channels, 1));
        var (mean, variance) = scope.Training ? OfBatch(scope, x, momentum, runningMean, runningVariance) : (runningMean, runningVariance);

        var scale = affine is { } own
            ? scope.Graph.Map(X(0) / Sqrt(X(1) + epsilon), own.Weight, variance)
            : scope.Graph.Map(1 / Sqrt(X(0) + epsilon), variance);
        var centred = scope.Graph.Map(X(0) - X(1), x, Aligned(scope, mean, x));
        return affine is { } both
            ? scope.Graph.Map((X(0) * X(1)) + X(2), centred, Aligned(scope, scale, x), Aligned(scope, both.Bias, x))
            : scope.Graph.Map(X(0) * X(1), centred, Aligned(scope, scale, x));
    }

    /// <summary>Mean and biased variance of the batch, from which the running ones take their share.</summary>
    private static (Value Mean, Value Variance) OfBatch(LayerScope scope, Value x, double momentum, Value runningMean, Value runningVariance)
    {
        var graph = scope.Graph;
        var positions = (double)(x.Shape.Count / x.Shape[0]);
        var one = graph.Add(new MapOperation(X(0)), TensorType.PerSample(Shape.Scalar), graph.Constant(1, Shape.Scalar));
        var count = graph.Map(positions * X(0), graph.Reduce(Reduction.Sum, one, System.Array.Empty<int>(), overSamples: true));
        var mean = graph.Map(X(0) / X(1), Sum(scope, x), count);

        // The derivative of the variance by the mean is zero, because differences from the mean add up to zero.
        var differences = graph.Map(X(0) - X(1), x, Aligned(scope, graph.StopGradient(mean), x));
        var squares = Sum(scope, graph.Map(X(0) * X(0), differences));
        Advance(Mean, runningMean, mean);
        Advance(Variance, runningVariance, graph.Map(X(0) / Max(X(1) - 1, 1), squares, count));
        return (mean, graph.Map(X(0) / X(1), squares, count));

        void Advance(string name, Value running, Value ofBatch) =>
            scope.SetNext(name, graph.Map(((1 - momentum) * X(0)) + (momentum * X(1)), running, ofBatch));
    }

    private static Value Sum(LayerScope scope, Value x)
    {
        var axes = Enumerable.Range(1, x.Shape.Rank - 1).ToArray();
        return scope.Graph.Reshape(scope.Graph.Reduce(Reduction.Sum, x, axes, overSamples: true), new Shape(x.Shape[0]));
    }

    private static Value Aligned(LayerScope scope, Value ofChannels, Value x) => scope.Graph.Reshape(ofChannels, Normalized.OfChannels(x.Shape));
}
