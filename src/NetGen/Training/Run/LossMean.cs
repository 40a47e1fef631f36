namespace NetGen;

/// <summary>The exact mean loss over batches of any sizes: data by the weight of each batch, penalties by its samples.</summary>
internal struct LossMean
{
    private double _data;
    private double _weight;
    private double _penalty;

    /// <summary>How many samples were added.</summary>
    internal long Samples { get; private set; }

    /// <summary>The mean of what was added; NaN where that has no weight.</summary>
    internal readonly LossValue Value => new(_data / _weight, _penalty / Samples);

    /// <summary>Adds the loss of one batch.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="samples">How many samples the batch has.</param>
    /// <param name="weight">How much it counts, as <see cref="BatchWeights"/> says.</param>
    internal void Add(LossValue loss, int samples, double weight)
    {
        // A batch without weight has no mean: 0 / 0.
        if (weight != 0)
        {
            _data += loss.Data * weight;
            _weight += weight;
        }

        _penalty += loss.Penalty * samples;
        Samples += samples;
    }
}
