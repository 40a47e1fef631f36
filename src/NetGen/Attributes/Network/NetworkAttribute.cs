using System;

namespace NetGen;

/// <summary>
/// Marks a partial class as a neural network. The layer attributes on the same declaration are its program, read
/// top to bottom and left to right; the generator adds the parameters, <c>Predict</c>, <c>Forward</c>,
/// <c>Backward</c> and, with a loss, <c>LossAndGradient</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>The floating-point type of parameters, activations and gradients.</summary>
    public Precision Precision { get; set; }

    /// <summary>
    /// Whether the class is only a part of other networks, by <see cref="BlockAttribute{T}"/>: it is checked, and nothing is generated for it, so that it need not be partial.
    /// </summary>
    public bool IsBlock { get; set; }

    /// <summary>Adds L1 · Σ|w| over all weights (not biases) to the loss. A layer's own <c>L1</c> replaces it there.</summary>
    public double L1 { get; set; }

    /// <summary>Adds ½ · L2 · Σw² over all weights (not biases) to the loss, so that the gradient gains L2 · w. A layer's own <c>L2</c> replaces it there.</summary>
    public double L2 { get; set; }
}
