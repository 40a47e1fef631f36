using System;

namespace NetGen;

/// <summary>
/// The memory in which a network works: activations and gradients at offsets planned at compile time, each a constant
/// times the capacity. It grows on the first use of a larger batch and allocates nothing afterwards. A workspace serves
/// one thread at a time and the network type that made it.
/// </summary>
public sealed class Workspace
{
    // Kernels load whole vectors past the last lane of the last sample.
    private const int ReadPastEnd = 4 * ParameterSegment.Block;

    private readonly int _fixedLength;
    private readonly int _lengthPerSample;

    /// <summary>Creates a workspace; the networks' <c>CreateWorkspace</c> does so with their planned sizes.</summary>
    /// <param name="owner">The type of the network.</param>
    /// <param name="elementType">Its floating-point type.</param>
    /// <param name="fixedLength">How many elements it needs whatever the batch, a multiple of 16.</param>
    /// <param name="lengthPerSample">How many elements it needs for each sample, a multiple of 16.</param>
    /// <param name="capacity">For how many samples to reserve memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the memory would be over 2 GiB.</exception>
    public Workspace(Type owner, ElementType elementType, int fixedLength, int lengthPerSample, int capacity = 1)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentOutOfRangeException.ThrowIfNegative(fixedLength);
        ArgumentOutOfRangeException.ThrowIfNegative(lengthPerSample);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        Owner = owner;
        _fixedLength = fixedLength + ReadPastEnd;
        _lengthPerSample = lengthPerSample;
        Arena = CreateArena(elementType, capacity, nameof(capacity));
        Capacity = capacity;
    }

    /// <summary>The type of the network that planned this workspace.</summary>
    public Type Owner { get; }

    /// <summary>The memory.</summary>
    public AlignedBuffer Arena { get; private set; }

    /// <summary>For how many samples there is memory; the planned offsets are multiples of it.</summary>
    public int Capacity { get; private set; }

    /// <summary>How many samples the last <c>Forward</c> took; <c>Backward</c> takes as many.</summary>
    public int Count { get; set; }

    /// <summary>The seed of dropout and noise.</summary>
    public ulong Seed { get; set; }

    /// <summary>The step of dropout and noise; every training pass of a network adds one at its end.</summary>
    public long Step { get; set; }

    /// <summary>Makes room for a batch. What the memory held is lost where it has to grow.</summary>
    /// <param name="count">How many samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The memory would be over 2 GiB; the workspace is left as it was.</exception>
    public void Reserve(int count)
    {
        if (count > Capacity)
        {
            Arena = CreateArena(Arena.ElementType, count, nameof(count));
            Capacity = count;
            Count = 0;
        }
    }

    private AlignedBuffer CreateArena(ElementType type, int samples, string name) =>
        new(type, AlignedBuffer.LengthFor(type, _fixedLength, _lengthPerSample, samples, name));
}
