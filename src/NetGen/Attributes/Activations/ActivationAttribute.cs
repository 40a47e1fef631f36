using System;

namespace NetGen;

/// <summary>
/// An element-wise activation of your own: an expression-bodied static method of the network's class with one parameter, as in
/// <c>[Activation(nameof(Swish))]</c> with <c>static float Swish(float x) =&gt; x / (1 + MathF.Exp(-x));</c>. It is read,
/// differentiated and vectorised at compile time. Parameter and result are <see cref="float"/> or <see cref="double"/>; the network
/// computes in its own precision either way.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ActivationAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="method">The name of the method.</param>
    public ActivationAttribute(string method) => Method = method;

    /// <summary>The name of the method.</summary>
    public string Method { get; }
}
