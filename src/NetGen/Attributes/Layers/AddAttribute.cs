using System;

namespace NetGen;

/// <summary>The element-wise sum of earlier values of the same shape. One name: of the layer before and the named one; several: of exactly the named ones. With <c>From</c>: of that one and the named ones.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AddAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="names">The names of earlier layers or inputs.</param>
    public AddAttribute(params string[] names) => Names = names;

    /// <summary>The names of earlier layers or inputs.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public string[] Names { get; }
}
