using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;

namespace NetGen;

/// <summary>
/// A data set whose images go through an <see cref="ImagePipeline"/>. For training each epoch draws its random steps anew, from seed,
/// epoch and number of the sample alone: the same picture in any batch, in any order and on any thread. Where a network is judged,
/// only the steps act that are not random.
/// </summary>
public sealed class AugmentedDataset : IDataset
{
    // Far above the streams of layers, which are numbered from 0; data sets within one another have streams of their own.
    private const uint FirstStream = 0x6100_0000;
    private const uint StreamsOfOne = 0x1_0000;

    private readonly IDataset _source;
    private readonly string? _column;
    private readonly ImageStep[] _steps;
    private readonly bool _isAllRandom;
    private readonly uint _stream;
    private AugmentationWork<float>? _idleSingle;
    private AugmentationWork<double>? _idleDouble;

    internal AugmentedDataset(IDataset source, ImagePipeline pipeline, string? column)
    {
        (_source, _column, _steps) = (source, column, [.. pipeline.Steps]);
        _isAllRandom = Array.TrueForAll(_steps, step => step.IsRandom);
        _stream = source is AugmentedDataset inner ? inner._stream + StreamsOfOne : FirstStream;
    }

    /// <inheritdoc/>
    public int Count => _source.Count;

    /// <inheritdoc/>
    public void CheckColumns(IReadOnlyList<ColumnDescription> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _source.CheckColumns(columns);
        CheckSteps(columns.FirstOrDefault(IsImages) ?? throw NoImages(columns));
    }

    /// <summary>Fills a batch as the data set itself does, and applies the steps that are not random.</summary>
    /// <param name="rows">The numbers of the samples, each in [0, <see cref="Count"/>), in any order.</param>
    /// <param name="batch">The batch to fill.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample of that number.</exception>
    /// <exception cref="ArgumentException">The batch has no images, or images that a step cannot work on.</exception>
    public void Fill(ReadOnlySpan<int> rows, Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _source.Fill(rows, batch);
        var images = Images(batch);
        if (!_isAllRandom)
        {
            Apply(rows, images, draw: null);
        }
    }

    /// <summary>Fills a batch as the data set itself does for training, and applies all steps.</summary>
    /// <param name="rows">The numbers of the samples, each in [0, <see cref="Count"/>), in any order.</param>
    /// <param name="batch">The batch to fill.</param>
    /// <param name="draw">What decides the random steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample of that number.</exception>
    /// <exception cref="ArgumentException">The batch has no images, or images that a step cannot work on.</exception>
    public void FillForTraining(ReadOnlySpan<int> rows, Batch batch, in TrainingDraw draw)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _source.FillForTraining(rows, batch, draw);
        Apply(rows, Images(batch), draw);
    }

    private void Apply(ReadOnlySpan<int> rows, BatchColumn images, TrainingDraw? draw)
    {
        if (images.Description.ElementType == ElementType.Float32)
        {
            Apply(rows, images, draw, ref _idleSingle);
        }
        else
        {
            Apply(rows, images, draw, ref _idleDouble);
        }
    }

    // Who fills a batch while another thread does gets memory of its own.
    private void Apply<T>(ReadOnlySpan<int> rows, BatchColumn images, TrainingDraw? draw, ref AugmentationWork<T>? idle)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var work = Interlocked.Exchange(ref idle, null) ?? new AugmentationWork<T>(_steps, _stream);
        work.Run(rows, images, draw);
        Volatile.Write(ref idle, work);
    }

    private BatchColumn Images(Batch batch)
    {
        for (var i = 0; i < batch.Columns.Count; i++)
        {
            if (IsImages(batch[i].Description))
            {
                CheckSteps(batch[i].Description);
                return batch[i];
            }
        }

        throw NoImages(batch.Columns.Select(column => column.Description));
    }

    private void CheckSteps(ColumnDescription column)
    {
        foreach (var step in _steps)
        {
            step.Check(column.Shape[0], column.Shape[1], column.Shape[2]);
        }
    }

    private bool IsImages(ColumnDescription column) =>
        column.Role == ColumnRole.Input
        && column.Shape.Length == 3
        && column.ElementType != ElementType.Int32
        && (_column is null || column.Name == _column);

    private ArgumentException NoImages(IEnumerable<ColumnDescription> columns)
    {
        var found = columns.Where(column => column.Role == ColumnRole.Input).Select(column => $"'{column.Name}' [{string.Join(", ", column.Shape)}]");
        return new ArgumentException(
            $"Expected an input{(_column is null ? string.Empty : $" '{_column}'")} of images [channels, height, width] in float or double, found {string.Join(", ", found)}.");
    }
}
