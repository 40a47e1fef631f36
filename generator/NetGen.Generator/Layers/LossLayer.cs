using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>
/// One kind of loss. It gives the loss of each sample; weighting, averaging over the samples and adding up several losses
/// are the same for all and done by <see cref="ModelBuilder"/>.
/// </summary>
internal abstract class LossLayer : Layer
{
    /// <summary>Whether the argument <c>TargetKind</c> says what the target is: a class index unless it is given.</summary>
    public virtual bool HasTargetKind => false;

    /// <summary>The type of the target for a prediction of the given shape; checks that the loss fits it.</summary>
    public abstract LossTarget Target(LayerScope scope, Shape prediction);

    /// <summary>The loss of every sample: a batched value of any shape with one element.</summary>
    public abstract Value PerSample(LayerScope scope, Value prediction, Value target);

    public sealed override Value Lower(LayerScope scope) => throw new System.InvalidOperationException("A loss is lowered through PerSample.");
}

/// <summary>The target of a loss: a float value of a shape, or (where <paramref name="ClassCount"/> is not 0) one class index.</summary>
internal sealed record LossTarget(Shape Shape, int ClassCount = 0)
{
    public TensorType Type => new(ClassCount > 0 ? ElementKind.Int32 : ElementKind.Float, Shape, Batched: true);
}
