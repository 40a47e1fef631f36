using System;
using System.Threading;

namespace NetGen;

/// <summary>Evaluates networks on data sets.</summary>
public static class NetworkEvaluation
{
    /// <summary>The loss of a network on a data set in prediction form, and its accuracy where it classifies.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples.</param>
    /// <param name="batchSize">How many samples to take at once; it changes speed and memory only.</param>
    /// <param name="cancellationToken">Ends the evaluation early; it then covers the samples seen so far and says so.</param>
    /// <exception cref="ArgumentException">The data set has no samples or cannot fill the columns of the network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not positive.</exception>
    /// <exception cref="InvalidOperationException">The network refuses, as the weights change in a training step.</exception>
    public static Evaluation Evaluate(
        this ITrainableNetwork network, IDataset data, int batchSize = 256, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        Require.Positive(batchSize);
        Require.Samples(data, network);
        return new Evaluator(network, Math.Min(batchSize, data.Count)).Evaluate(data, cancellationToken);
    }
}
