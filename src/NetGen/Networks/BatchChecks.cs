using System;
using System.ComponentModel;

namespace NetGen;

/// <summary>The checks of generated code on what it is given. Each says what was expected and what was found.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchChecks
{
    /// <summary>The number of samples in a column.</summary>
    /// <param name="length">The number of values given.</param>
    /// <param name="size">The number of values of one sample.</param>
    /// <param name="name">The name of the column.</param>
    /// <exception cref="ArgumentException">There is no sample, or not a whole number of them.</exception>
    public static int Samples(int length, int size, string name) =>
        length > 0 && length % size == 0
            ? length / size
            : throw new ArgumentException($"'{name}' takes {size} values for each of one or more samples; {length} were given.", name);

    /// <summary>Checks that a column has a value for every sample.</summary>
    /// <param name="length">The number of values given.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="size">The number of values of one sample.</param>
    /// <param name="name">The name of the column.</param>
    /// <exception cref="ArgumentException">The number of values is another.</exception>
    public static void Length(int length, int samples, int size, string name)
    {
        if (length != (long)samples * size)
        {
            throw new ArgumentException($"'{name}' takes {size} values for each of {samples} samples, {(long)samples * size} in all; {length} were given.", name);
        }
    }

    /// <summary>Checks that a column that may be left out is empty or has a value for every sample.</summary>
    /// <param name="length">The number of values given.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="size">The number of values of one sample.</param>
    /// <param name="name">The name of the column.</param>
    /// <exception cref="ArgumentException">The number of values is another.</exception>
    public static void OptionalLength(int length, int samples, int size, string name)
    {
        if (length != 0)
        {
            Length(length, samples, size, name);
        }
    }

    /// <summary>Checks class indices.</summary>
    /// <param name="classes">One index per sample.</param>
    /// <param name="count">The number of classes.</param>
    /// <param name="name">The name of the column.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside [0, count).</exception>
    public static void ClassIndices(ReadOnlySpan<int> classes, int count, string name)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if ((uint)classes[i] >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(name, classes[i], $"Class indices lie in [0, {count}); that of sample {i} does not.");
            }
        }
    }

    /// <summary>Checks that a workspace was made by a network of the same type, and makes room in it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="owner">The type of the network.</param>
    /// <param name="samples">How many samples to make room for.</param>
    /// <exception cref="ArgumentException">Another type made it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The memory for as many samples would be over 2 GiB.</exception>
    public static void Workspace(Workspace workspace, Type owner, int samples)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (workspace.Owner != owner)
        {
            throw new ArgumentException($"The workspace was made by {workspace.Owner.Name}; {owner.Name} has its own, from CreateWorkspace.", nameof(workspace));
        }

        workspace.Reserve(samples);
    }

    /// <summary>Checks that a workspace holds a forward pass.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="owner">The type of the network.</param>
    /// <exception cref="ArgumentException">Another type made it.</exception>
    /// <exception cref="InvalidOperationException">It holds none.</exception>
    public static int ForwardPass(Workspace workspace, Type owner)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        Workspace(workspace, owner, 0);
        return workspace.Count > 0
            ? workspace.Count
            : throw new InvalidOperationException("Backward takes the workspace of a Forward; no other pass may have used it since.");
    }

    /// <summary>Checks that a buffer has a place for the gradient of every parameter.</summary>
    /// <param name="gradients">The buffer.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <exception cref="ArgumentException">It is that of another network, or the parameters themselves.</exception>
    public static void Gradients(ParameterBuffer gradients, ParameterBuffer parameters)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentNullException.ThrowIfNull(parameters);
        if (gradients.Buffer.Length != parameters.Buffer.Length || gradients.Buffer.ElementType != parameters.Buffer.ElementType)
        {
            throw new ArgumentException(
                $"The gradients of this network are {parameters.Buffer.Length} {parameters.Buffer.ElementType} values, from CreateGradients; {gradients.Buffer.Length} {gradients.Buffer.ElementType} values were given.",
                nameof(gradients));
        }

        if (ReferenceEquals(gradients, parameters))
        {
            throw new ArgumentException("The parameters themselves cannot take their own gradient.", nameof(gradients));
        }
    }
}
