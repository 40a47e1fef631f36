using System;

namespace NetGen;

/// <summary>What one worker needs beside the image it works on. It grows to the largest image and is used again.</summary>
internal sealed class ImageMemory<T>
    where T : unmanaged
{
    private readonly GrowingArray<T> _values = new();

    /// <summary>Where the pixels of a resampled image lie.</summary>
    public SamplingGrid Grid { get; } = new();

    /// <summary>Room for numbers of the image's type.</summary>
    public Span<T> Values(int length) => _values.Take(length);
}

/// <summary>An array that is used again and replaced only by a longer one.</summary>
internal sealed class GrowingArray<T>
{
    private T[] _array = [];

    /// <summary>So many elements, which hold what they held.</summary>
    public Span<T> Take(int length)
    {
        if (_array.Length < length)
        {
            _array = new T[length];
        }

        return _array.AsSpan(0, length);
    }
}
