using System;

namespace NetGen;

/// <summary>
/// Dropout of whole channels: while training each channel of [channels, …] is zeroed with probability <c>rate</c> and divided by 1 − rate otherwise;
/// nothing happens in prediction. Tompson, Goroshin, Jain, LeCun and Bregler, 2015.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SpatialDropoutAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="rate">The probability of zeroing a channel, in [0, 1).</param>
    public SpatialDropoutAttribute(double rate = 0.5) => Rate = rate;

    /// <summary>The probability of zeroing a channel, in [0, 1).</summary>
    public double Rate { get; }
}
