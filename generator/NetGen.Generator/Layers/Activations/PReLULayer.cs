using System;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using static NetGen.Generator.Expressions.Functions;

namespace NetGen.Generator.Layers.Activations;

/// <summary>x for x > 0, else a · x with a learned a: one for all values, or one for each index of the first axis.</summary>
internal sealed class PReLULayer : Layer
{
    public override Value Lower(LayerScope scope)
    {
        var x = scope.Input;
        var slopes = scope.Positive("slopes", 1);
        var channels = x.Shape[0];
        if (slopes != 1 && slopes != channels)
        {
            var wanted = FormattableString.Invariant($"1 or {channels}, the first size of {scope.Inputs[0].Describe()} {x.Shape}");
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "slopes", scope.Describe("slopes"), wanted, slopes);
        }

        // Decay would pull the slopes towards ReLU: He and others leave them out of it.
        var initial = new InitializerInfo(InitializerKinds.Constant, scope.Finite("InitialSlope", 0.25), 1, 1);
        var weight = scope.Parameter("weight", new Shape(slopes), initial, regularized: false);
        var alongFirstAxis = new Shape(Enumerable.Range(0, x.Shape.Rank).Select(axis => axis == 0 ? slopes : 1));
        var slope = scope.Graph.Reshape(weight, alongFirstAxis);
        return scope.Graph.Map(Select(Greater(X(0), 0), X(0), X(1) * X(0)), x, slope);
    }
}
