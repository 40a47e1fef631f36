using System;
using System.Threading;

namespace NetGen;

/// <summary>Predictions that several threads share.</summary>
public static class SharedPrediction
{
    private static PredictionWork? s_idle;

    /// <summary>
    /// Predicts a batch by several threads, each of which takes some of the samples. The outputs are the same bits for any
    /// number of workers; where the threads of the process are at work for another caller already, this one does it alone.
    /// In the steady state it allocates nothing.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">Columns that begin with those of <see cref="NetworkDescription.Inputs"/>.</param>
    /// <param name="outputs">The columns of <see cref="NetworkDescription.Outputs"/>; resized to the batch.</param>
    /// <param name="workers">By how many threads at most, this one included. Fewer than some microseconds of work are done sooner by one.</param>
    /// <exception cref="ArgumentException">There is no sample, or a column has samples of another size or is missing.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of workers is not positive.</exception>
    /// <exception cref="InvalidOperationException">A column has numbers of another type, or the weights change meanwhile: a training step of this instance is under way.</exception>
    public static void Predict(this INetwork network, Batch inputs, Batch outputs, int workers)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        Require.Positive(workers);
        if (workers == 1 || inputs.Count < 2)
        {
            network.Predict(inputs, outputs);
            return;
        }

        outputs.Resize(inputs.Count);
        var work = Interlocked.Exchange(ref s_idle, null) ?? new PredictionWork();

        // Each part looks whether the weights change during it; this, whether they do between two parts.
        var version = network.Parameters.BeginRead();
        work.Run(network, inputs, outputs, workers);
        network.Parameters.EndRead(version);
        Volatile.Write(ref s_idle, work);
    }

    private sealed class PredictionWork : IWork
    {
        private INetwork? _network;
        private Batch? _inputs;
        private Batch? _outputs;

        internal void Run(INetwork network, Batch inputs, Batch outputs, int workers)
        {
            (_network, _inputs, _outputs) = (network, inputs, outputs);
            try
            {
                WorkerPool.Run(this, workers);
            }
            finally
            {
                (_network, _inputs, _outputs) = (null, null, null);
            }
        }

        void IWork.Run(Worker worker) => _network!.PredictPart(_inputs!, _outputs!, worker);
    }
}
