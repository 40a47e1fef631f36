using System;

namespace NetGen;

/// <summary>One column of a <see cref="Batch"/>: the numbers of all its samples, one sample after the other.</summary>
public sealed class BatchColumn
{
    private AlignedBuffer _buffer;

    internal BatchColumn(ColumnDescription description, int capacity)
    {
        Description = description;
        IsPresent = description.Role != ColumnRole.SampleWeight;
        _buffer = new AlignedBuffer(description.ElementType, LengthFor(capacity, nameof(capacity)));
    }

    /// <summary>Name, type and shape of the column.</summary>
    public ColumnDescription Description { get; }

    /// <summary>Whether the batch brings this column. Only sample weights may be absent, and are unless this is set.</summary>
    public bool IsPresent { get; set; }

    /// <summary>How many samples the batch holds now.</summary>
    public int Count { get; private set; }

    /// <summary>The memory of the column.</summary>
    internal AlignedBuffer Buffer => _buffer;

    /// <summary>The numbers, <see cref="Count"/> × <see cref="ColumnDescription.Size"/>, sample by sample.</summary>
    /// <typeparam name="T">The type that the description names.</typeparam>
    /// <exception cref="InvalidOperationException">The column holds numbers of another type.</exception>
    public Span<T> AsSpan<T>()
        where T : unmanaged => _buffer.AsSpan<T>()[..(Count * Description.Size)];

    /// <summary>The numbers where the column is present, else an empty span.</summary>
    /// <typeparam name="T">The type that the description names.</typeparam>
    /// <exception cref="InvalidOperationException">The column is present and holds numbers of another type.</exception>
    public ReadOnlySpan<T> AsOptionalSpan<T>()
        where T : unmanaged => IsPresent ? AsSpan<T>() : default;

    /// <summary>How many numbers some samples have; refuses more than fit into memory.</summary>
    internal int LengthFor(int count, string name) => AlignedBuffer.LengthFor(Description.ElementType, 0, Description.Size, count, name);

    internal void Resize(int count)
    {
        var length = LengthFor(count, nameof(count));
        if (length > _buffer.Length)
        {
            _buffer = new AlignedBuffer(Description.ElementType, length);
        }

        Count = count;
    }
}
