using System;

namespace NetGen;

/// <summary>
/// Inverted dropout: while training each value is zeroed with probability <c>rate</c> and divided by 1 − rate otherwise;
/// nothing happens in prediction. Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, 2014.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="rate">The probability of zeroing a value, in [0, 1).</param>
    public DropoutAttribute(double rate = 0.5) => Rate = rate;

    /// <summary>The probability of zeroing a value, in [0, 1).</summary>
    public double Rate { get; }
}
