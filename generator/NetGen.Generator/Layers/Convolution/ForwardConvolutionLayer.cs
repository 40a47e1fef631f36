using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>y[o, p] = Σ_c,k x[c, p·stride + k·dilation − padding] · W[o, c, k] + b[o] for positions p and places k in a window.</summary>
internal abstract class ForwardConvolutionLayer : ConvolutionLayer
{
    public override Value Lower(LayerScope scope)
    {
        ImageShape.Require(scope, Axes);
        var x = scope.Input;
        var filters = scope.Positive("filters");
        var axes = WindowArguments.Read(scope, x.Shape.Sizes.Skip(1).ToArray());
        var groups = Groups(scope, filters);
        WindowArguments.CheckExtents(scope, axes, DiagnosticIds.WindowTooLarge);
        var channels = x.Shape[0] / groups;
        var weight = Weight(scope, groups, filters, channels, axes);

        var group = GroupLabel(groups);
        var windows = WindowArguments.Unfold(scope, Grouped(scope, x, groups), group.Length + 1, axes);
        var sample = x.Batched ? "*" : string.Empty;
        var y = scope.Graph.Contract($"{sample}{group}c{Unfolded},{group}oc{Kernel}->{sample}{group}o{Positions}", windows, weight, Axes == 2 && IsDirect(scope, axes, groups));
        return Biased(scope, Ungrouped(scope, y, groups), axes.Aggregate((double)channels, (product, axis) => product * axis.Kernel));
    }
}

/// <summary>A convolution along one axis.</summary>
internal sealed class Conv1DLayer : ForwardConvolutionLayer
{
    protected override int Axes => 1;
}

/// <summary>A convolution of images.</summary>
internal sealed class Conv2DLayer : ForwardConvolutionLayer
{
    protected override int Axes => 2;
}
