namespace NetGen;

/// <summary>A training pass as a piece of work. Each workspace keeps one, so that sharing allocates nothing.</summary>
internal sealed class PassWork(Workspace workspace) : IWork
{
    private ISharedPass? _pass;
    private Batch? _batch;
    private ParameterBuffer? _gradients;
    private int _samples;

    /// <summary>Runs a pass by the workers of the workspace.</summary>
    internal void Run(ISharedPass pass, Batch batch, ParameterBuffer gradients, int samples)
    {
        (_pass, _batch, _gradients, _samples) = (pass, batch, gradients, samples);
        try
        {
            WorkerPool.Run(this, workspace.Workers);
        }
        finally
        {
            (_pass, _batch, _gradients) = (null, null, null);
        }
    }

    void IWork.Run(Worker worker) => _pass!.Run(_batch!, workspace, _gradients!, _samples, worker);
}
