using System;
using System.Numerics;

namespace NetGen;

/// <summary>The images of one batch as work that several threads share, sample by sample. It keeps their memory.</summary>
/// <param name="steps">The steps of the pipeline.</param>
/// <param name="stream">The stream of random numbers of the first step; one for each follows.</param>
internal sealed class AugmentationWork<T>(ImageStep[] steps, uint stream) : IWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A worker is worth its hand-over where it changes so many numbers, counted once for each step.</summary>
    private const long LeastValues = 16_384;

    private readonly GrowingArray<int> _rows = new();
    private ImageMemory<T>[] _memories = [];
    private BatchColumn? _column;
    private int _count;
    private TrainingDraw _draw;
    private bool _isTraining;

    /// <summary>Applies the steps to all samples of a column.</summary>
    /// <param name="rows">The numbers of the samples in the data set.</param>
    /// <param name="column">The images.</param>
    /// <param name="draw">What decides the random steps, or null where they do not act.</param>
    public void Run(ReadOnlySpan<int> rows, BatchColumn column, TrainingDraw? draw)
    {
        rows.CopyTo(_rows.Take(rows.Length));
        (_column, _count, _isTraining, _draw) = (column, rows.Length, draw is not null, draw.GetValueOrDefault());
        var worthwhile = (long)rows.Length * column.Description.Size * steps.Length / LeastValues;
        var workers = (int)Math.Min(Math.Max(worthwhile, 1), Math.Max(_draw.Workers, 1));
        while (_memories.Length < workers)
        {
            _memories = [.. _memories, new ImageMemory<T>()];
        }

        try
        {
            WorkerPool.Run(this, workers);
        }
        finally
        {
            _column = null;
        }
    }

    void IWork.Run(Worker worker)
    {
        var share = worker.Share(_count, 1);
        for (var place = share.First; place < share.First + share.Count; place++)
        {
            Apply(place, _memories[worker.Index]);
        }
    }

    private void Apply(int place, ImageMemory<T> memory)
    {
        var description = _column!.Description;
        var values = _column.AsSpan<T>().Slice(place * description.Size, description.Size);
        var image = new ImagePixels<T>(values, description.Shape[0], description.Shape[1], description.Shape[2], memory);
        var sample = _rows.Take(_count)[place];
        for (var i = 0; i < steps.Length; i++)
        {
            if (_isTraining || !steps[i].IsRandom)
            {
                var random = new SampleRandom(unchecked((ulong)_draw.Seed), stream + (uint)i, _draw.Epoch, sample);
                steps[i].Apply(image, ref random);
            }
        }
    }
}
