using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Normalization;

/// <summary>Normalises all axes behind each channel.</summary>
internal sealed class InstanceNormLayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        if (x.Shape.Rank < 2)
        {
            throw scope.Error(DiagnosticIds.RankMismatch, null, scope.Describe(), "channels with at least one axis behind them", scope.Inputs[0].Describe(), x.Shape);
        }

        var normalized = Normalized.Over(scope, x, Enumerable.Range(1, x.Shape.Rank - 1));
        return Normalized.Affine(scope, normalized, new Shape(x.Shape[0]), Normalized.OfChannels(x.Shape), otherwise: false);
    }
}
