using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Losses;

/// <summary>The target of a classification loss as <c>TargetKind</c> says: a class index or a distribution over the classes.</summary>
internal static class ClassTarget
{
    private const string TargetKind = "TargetKind";

    /// <exception cref="DeclarationException">The prediction is not a vector of one score per class.</exception>
    public static LossTarget For(LayerScope scope, Shape prediction)
    {
        if (prediction.Rank != 1)
        {
            throw scope.Error(
                DiagnosticIds.LossDoesNotFit, null, scope.Describe(), "one axis, of a score per class", scope.Inputs[0].Describe(), prediction);
        }

        return scope.Int(TargetKind) switch
        {
            0 => new LossTarget(Shape.Scalar, prediction[0]),
            1 => new LossTarget(prediction),
            var unknown => throw scope.Error(
                DiagnosticIds.ArgumentOutOfRange, TargetKind, scope.Describe(TargetKind), "ClassIndex or Distribution", unknown),
        };
    }
}
