using System;

namespace NetGen;

/// <summary>By how much a warp moves each pixel, and the memory to compute it.</summary>
internal sealed class ElasticMovement
{
    private readonly GrowingArray<float> _across = new();
    private readonly GrowingArray<float> _down = new();
    private readonly GrowingArray<float> _noise = new();
    private readonly GrowingArray<float> _row = new();

    public Span<float> Across(int length) => _across.Take(length);

    public Span<float> Down(int length) => _down.Take(length);

    public Span<float> Noise(int length) => _noise.Take(length);

    public Span<float> Row(int length) => _row.Take(length);
}
