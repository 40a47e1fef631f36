using System;
using System.Collections.Generic;

namespace NetGen;

/// <summary>Samples that can fill the columns of a batch. Any number of threads may fill batches at once.</summary>
public interface IDataset
{
    /// <summary>How many samples there are.</summary>
    int Count { get; }

    /// <summary>Checks once that the data set can fill these columns, values included, so that <see cref="Fill"/> need not.</summary>
    /// <param name="columns">The columns, as one of the lists in <see cref="NetworkDescription"/>.</param>
    /// <exception cref="ArgumentException">It cannot; the message names the column, what was expected and what was found.</exception>
    void CheckColumns(IReadOnlyList<ColumnDescription> columns);

    /// <summary>Fills a batch with some samples: resizes it, fills every column and says of each column of sample weights whether it is present.</summary>
    /// <param name="rows">The numbers of the samples, each in [0, <see cref="Count"/>), in any order.</param>
    /// <param name="batch">The batch to fill.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample of that number.</exception>
    void Fill(ReadOnlySpan<int> rows, Batch batch);

    /// <summary>
    /// Fills a batch to train on. It is called by <see cref="Trainer"/>; what judges a network calls <see cref="Fill"/>. Unless a data
    /// set says otherwise both are the same.
    /// </summary>
    /// <param name="rows">The numbers of the samples, each in [0, <see cref="Count"/>), in any order.</param>
    /// <param name="batch">The batch to fill.</param>
    /// <param name="draw">What decides the random part of the samples, if there is any.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample of that number.</exception>
    void FillForTraining(ReadOnlySpan<int> rows, Batch batch, in TrainingDraw draw) => Fill(rows, batch);
}
