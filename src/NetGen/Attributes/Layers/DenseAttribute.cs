using System;

namespace NetGen;

/// <summary>
/// A fully connected layer: y = x·Wᵀ + b over the last axis, W of shape [units, inputs] and b of shape [units].
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="units">The number of outputs.</param>
    public DenseAttribute(int units) => Units = units;

    /// <summary>The number of outputs.</summary>
    public int Units { get; }

    /// <summary>Whether the layer has a bias.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>The name of an earlier <c>Dense</c> layer whose weight this layer uses in place of one of its own.</summary>
    public string? TiedTo { get; set; }

    /// <summary>With <see cref="TiedTo"/>: uses the transpose of that weight, as a decoder does with its encoder's.</summary>
    public bool Transposed { get; set; }

    /// <summary>How the weight is drawn.</summary>
    public Init WeightInit { get; set; }

    /// <summary>The constant, deviation, bound or gain of <see cref="WeightInit"/>.</summary>
    public double WeightInitValue { get; set; } = 1;

    /// <summary>How the bias is drawn.</summary>
    public Init BiasInit { get; set; }

    /// <summary>The constant, deviation, bound or gain of <see cref="BiasInit"/>.</summary>
    public double BiasInitValue { get; set; } = 1;

    /// <summary>Adds L1 · Σ|w| over this layer's weight to the loss, in place of the network's.</summary>
    public double L1 { get; set; }

    /// <summary>Adds ½ · L2 · Σw² over this layer's weight to the loss, in place of the network's.</summary>
    public double L2 { get; set; }

    /// <summary>Whether training changes the parameters of this layer.</summary>
    public bool Trainable { get; set; } = true;
}
