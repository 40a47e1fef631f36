using System.ComponentModel;

namespace NetGen;

/// <summary>A training pass that several workers run together. Generated networks with a loss implement it; <see cref="Workspace.Share"/> calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISharedPass
{
    /// <summary>Runs a worker's part.</summary>
    /// <param name="batch">The columns of the batch, which have been checked.</param>
    /// <param name="workspace">The memory, with room for the batch.</param>
    /// <param name="gradients">Is overwritten.</param>
    /// <param name="samples">How many samples were found in the columns.</param>
    /// <param name="worker">Which part.</param>
    void Run(Batch batch, Workspace workspace, ParameterBuffer gradients, int samples, Worker worker);
}
