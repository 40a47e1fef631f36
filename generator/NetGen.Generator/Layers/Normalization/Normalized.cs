using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Normalization;

/// <summary>What layers of normalisation share.</summary>
internal static class Normalized
{
    /// <summary>(x − mean) / √(variance + ε) over some axes, with the biased variance.</summary>
    public static Value Over(LayerScope scope, Value x, IEnumerable<int> axes)
    {
        var all = axes.ToArray();
        var count = all.Aggregate(1.0, (product, axis) => product * x.Shape[axis]);
        var epsilon = scope.FinitePositive("Epsilon", 1e-5);
        var mean = scope.Graph.Map(X(0) / count, scope.Graph.Reduce(Reduction.Sum, x, all));
        var centred = scope.Graph.Map(X(0) - X(1), x, mean);
        var squares = scope.Graph.Reduce(Reduction.Sum, scope.Graph.Map(X(0) * X(0), centred), all);
        return scope.Graph.Map(X(0) / Sqrt((X(1) / count) + epsilon), centred, squares);
    }

    /// <summary>Multiplied by a weight that begins as 1, and a bias added that begins as 0, where the layer has them.</summary>
    /// <param name="scope">The layer.</param>
    /// <param name="x">What is normalised.</param>
    /// <param name="shape">The shape of weight and bias.</param>
    /// <param name="aligned">The same shape with the axes along which both are the same for all.</param>
    /// <param name="otherwise">Whether a layer of which nothing is said has them.</param>
    public static Value Affine(LayerScope scope, Value x, Shape shape, Shape aligned, bool otherwise)
    {
        if (Parameters(scope, shape, otherwise) is not { } affine)
        {
            return x;
        }

        return scope.Graph.Map((X(0) * X(1)) + X(2), x, scope.Graph.Reshape(affine.Weight, aligned), scope.Graph.Reshape(affine.Bias, aligned));
    }

    /// <summary>A weight that begins as 1 and a bias that begins as 0, where the layer has them.</summary>
    public static (Value Weight, Value Bias)? Parameters(LayerScope scope, Shape shape, bool otherwise)
    {
        if (!scope.Flag("Affine", otherwise))
        {
            scope.MarkUseless("Trainable", "the layer has no parameters");
            return null;
        }

        return (
            scope.Parameter("weight", shape, new InitializerInfo(InitializerKinds.Constant, 1, 1, 1), regularized: false),
            scope.Parameter("bias", shape, new InitializerInfo(InitializerKinds.Zeros, 1, 1, 1), regularized: false));
    }

    /// <summary>A number for each channel, for all axes behind it.</summary>
    public static Shape OfChannels(Shape shape) => new(shape.Sizes.Select((size, axis) => axis == 0 ? size : 1));
}
