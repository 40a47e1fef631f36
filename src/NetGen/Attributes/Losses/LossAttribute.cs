using System;

namespace NetGen;

/// <summary>
/// An element-wise loss of your own: an expression-bodied static method of the network's class with two parameters
/// (prediction, target), averaged over all values. Parameters and result are <see cref="float"/> or <see cref="double"/>; the
/// network computes in its own precision either way.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LossAttribute : LossLayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="method">The name of the method.</param>
    public LossAttribute(string method) => Method = method;

    /// <summary>The name of the method.</summary>
    public string Method { get; }
}
