using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Dense;

/// <summary>y = x·Wᵀ + b over the last axis, W of shape [units, inputs]; with a transposed shared weight y = x·W + b.</summary>
internal sealed class DenseLayer : Layer
{
    private const string AxisLetters = "abcdefgh";

    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var units = scope.Positive("units");
        if (x.Shape.Rank == 0 || x.Shape.Rank > AxisLetters.Length)
        {
            throw scope.Error(DiagnosticIds.RankMismatch, null, scope.Describe(), "a value with 1 to 8 axes", scope.Inputs[0].Describe(), x.Shape);
        }

        var inputs = x.Shape[x.Shape.Rank - 1];
        var leading = (x.Batched ? "*" : string.Empty) + AxisLetters.Substring(0, x.Shape.Rank - 1);
        var transposed = scope.Flag("Transposed") && scope.Text("TiedTo") is not null;
        var weight = Weight(scope, units, inputs, transposed);
        var y = scope.Graph.Contract($"{leading}i,{(transposed ? "io" : "oi")}->{leading}o", x, weight);
        if (!scope.Flag("Bias", true))
        {
            scope.MarkUseless("BiasInit", "the layer has no bias");
            scope.MarkUseless("BiasInitValue", "the layer has no bias");
            return y;
        }

        var bias = scope.Parameter("bias", new Shape(units), scope.Initializer("BiasInit", inputs, units), regularized: false);
        return scope.Graph.Map(new Operand(0) + new Operand(1), y, bias);
    }

    private static Value Weight(LayerScope scope, int units, int inputs, bool transposed)
    {
        if (scope.Text("TiedTo") is not { } owner)
        {
            scope.MarkUseless("Transposed", "only a weight that TiedTo shares can be transposed");
            return scope.Parameter("weight", new Shape(units, inputs), scope.Initializer("WeightInit", inputs, units), regularized: true);
        }

        foreach (var argument in new[] { "WeightInit", "WeightInitValue", "L1", "L2" })
        {
            scope.MarkUseless(argument, "the weight is that of another layer");
        }

        var weight = scope.SharedParameter(owner, "weight", "TiedTo");
        var wanted = transposed ? new Shape(inputs, units) : new Shape(units, inputs);
        return weight.Shape.Equals(wanted)
            ? weight
            : throw scope.Error(DiagnosticIds.TiedShapeMismatch, "TiedTo", scope.Describe(), wanted, owner, weight.Shape);
    }
}
