using System;
using System.Collections.Generic;

namespace NetGen;

/// <summary>Samples to train or to evaluate on, which fill the columns of a <see cref="Batch"/> row by row.</summary>
public interface IDataset
{
    /// <summary>How many samples there are.</summary>
    int Count { get; }

    /// <summary>Checks that the data set can fill these columns.</summary>
    /// <param name="columns">The columns of a batch, as <see cref="NetworkDescription.BatchColumns"/>.</param>
    /// <exception cref="ArgumentException">It cannot; the message names the column, what was expected and what was found.</exception>
    void CheckColumns(IReadOnlyList<ColumnDescription> columns);

    /// <summary>Resizes a batch to the number of rows and fills every column; sets <see cref="BatchColumn.IsPresent"/> of sample weights.</summary>
    /// <param name="rows">The places of the samples, each in [0, <see cref="Count"/>).</param>
    /// <param name="batch">The batch to fill.</param>
    void Fill(ReadOnlySpan<int> rows, Batch batch);
}
