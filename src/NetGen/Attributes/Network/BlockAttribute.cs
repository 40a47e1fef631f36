using System;

namespace NetGen;

/// <summary>
/// A network as a part of this one: its layers, with parameters of their own, between its inputs and its output. A residual unit is written once, as a class with
/// <see cref="NetworkAttribute"/>, and stands wherever its name does. Its losses do not count here; precision and penalties are those of the network around it.
/// </summary>
/// <typeparam name="T">The class of the network: one of the same project, with one output. It cannot contain itself.</typeparam>
/// <remarks>Parameters are named by the block and the layer, as <c>block1.conv2d1.weight</c>, and where it is repeated by the repetition, as <c>block1.0.conv2d1.weight</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BlockAttribute<T> : LayerAttribute
    where T : class
{
    /// <summary>Declares the block.</summary>
    /// <param name="inputs">The names of what the inputs of <typeparamref name="T"/> take, in their order; none where it has one input, which takes the layer before.</param>
    public BlockAttribute(params string[] inputs) => Inputs = inputs;

    /// <summary>The names of what the inputs take.</summary>
    public string[] Inputs { get; }

    /// <summary>How often the block stands there, one behind the other, up to 1,000 times. More than once only where its output has the shape of its one input.</summary>
    public int Repeat { get; set; } = 1;

    /// <summary>Whether all repetitions have the same parameters.</summary>
    public bool Shared { get; set; }
}
