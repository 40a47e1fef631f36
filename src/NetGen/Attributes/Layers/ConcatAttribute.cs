using System;

namespace NetGen;

/// <summary>Joins earlier values along one axis. One name: the layer before and then the named one; several: exactly the named ones in order. With <c>From</c>: that one and then the named ones.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcatAttribute : LayerAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="names">The names of earlier layers or inputs.</param>
    public ConcatAttribute(params string[] names) => Names = names;

    /// <summary>The names of earlier layers or inputs.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "Attribute arguments can only be arrays.")]
    public string[] Names { get; }

    /// <summary>The axis of a sample along which to join; negative counts from the last.</summary>
    public int Axis { get; set; }
}
