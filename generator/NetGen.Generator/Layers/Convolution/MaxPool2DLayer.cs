using System.Collections.Generic;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>The greatest value of each window; the gradient goes to the first of equals in reading order.</summary>
internal sealed class MaxPool2DLayer : PoolingLayer
{
    protected override double Padding => double.NegativeInfinity;

    // The greatest of each row of a window, then the first row that has the greatest of all.
    protected override Value Pool(LayerScope scope, Value windows, IReadOnlyList<WindowAxis> axes) =>
        scope.Graph.Reduce(Reduction.Maximum, scope.Graph.Reduce(Reduction.Maximum, windows, 4), 2);
}
