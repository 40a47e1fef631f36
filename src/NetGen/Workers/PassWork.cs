namespace NetGen;

/// <summary>A training pass as a piece of work. Each workspace keeps one, so that sharing allocates nothing.</summary>
internal sealed class PassWork(Workspace workspace) : IWork
{
    private ISharedPass? _pass;
    private Batch? _batch;
    private ParameterBuffer? _gradients;

    /// <summary>Runs a pass by the workers of the workspace.</summary>
    internal void Run(ISharedPass pass, Batch batch, ParameterBuffer gradients)
    {
        (_pass, _batch, _gradients) = (pass, batch, gradients);
        try
        {
            WorkerPool.Run(this, workspace.Workers);
        }
        finally
        {
            (_pass, _batch, _gradients) = (null, null, null);
        }
    }

    void IWork.Run(Worker worker) => _pass!.Run(_batch!, workspace, _gradients!, worker);
}
