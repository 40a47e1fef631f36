using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>One number for each parameter of a network in the layout of its flat buffer: the parameters themselves, their gradient, or the state of an optimiser.</summary>
public class ParameterBuffer
{
    /// <summary>Creates a buffer of zeros.</summary>
    /// <param name="segments">The segment table of the network.</param>
    /// <param name="elementType">The type of its numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The buffer would be over 2 GiB.</exception>
    public ParameterBuffer(ImmutableArray<ParameterSegment> segments, ElementType elementType)
    {
        Segments = segments;
        var length = 0L;
        foreach (var segment in segments)
        {
            length = Math.Max(length, (long)segment.Offset + segment.Length);
        }

        Buffer = new AlignedBuffer(elementType, (int)Math.Min(length, int.MaxValue));
    }

    /// <summary>The segment table.</summary>
    public ImmutableArray<ParameterSegment> Segments { get; }

    /// <summary>The numbers, padding included.</summary>
    public AlignedBuffer Buffer { get; }

    /// <summary>One parameter as a view in canonical order.</summary>
    /// <param name="name">The name, as <c>dense1.weight</c>.</param>
    /// <exception cref="KeyNotFoundException">The network has no such parameter; the message lists those that it has.</exception>
    public ParameterView this[string name]
    {
        get
        {
            foreach (var segment in Segments)
            {
                if (segment.Name == name)
                {
                    return new ParameterView(this, segment);
                }
            }

            var names = string.Join(", ", System.Linq.Enumerable.Select(Segments, segment => segment.Name));
            throw new KeyNotFoundException($"There is no parameter '{name}'; there are: {names}.");
        }
    }

    /// <summary>Every parameter as a view, in canonical order.</summary>
    public IEnumerable<ParameterView> Views()
    {
        foreach (var segment in Segments)
        {
            yield return new ParameterView(this, segment);
        }
    }

    /// <summary>Called before values change; <see cref="EndWrite"/> always follows.</summary>
    internal virtual void BeginWrite()
    {
    }

    /// <summary>Called when values have changed.</summary>
    internal virtual void EndWrite()
    {
    }
}
