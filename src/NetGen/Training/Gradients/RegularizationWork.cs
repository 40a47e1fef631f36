namespace NetGen;

/// <summary>The terms of regularisation and their gradient as a piece of work. Each workspace keeps one.</summary>
internal sealed class RegularizationWork : IWork
{
    private double[] _sums = [];
    private ParameterBuffer? _parameters;
    private ParameterBuffer? _gradients;

    /// <summary>Adds the gradient and returns the terms.</summary>
    internal double Run(ParameterBuffer parameters, ParameterBuffer gradients, int workers)
    {
        var pieces = ParameterPieces.Count(parameters, Regularization.IsPenalized);
        if (_sums.Length != pieces)
        {
            _sums = new double[pieces];
        }

        (_parameters, _gradients) = (parameters, gradients);
        try
        {
            WorkerPool.Run(this, workers);
        }
        finally
        {
            (_parameters, _gradients) = (null, null);
        }

        return ParameterPieces.Total(_sums);
    }

    void IWork.Run(Worker worker)
    {
        Regularization.AddPart(_parameters!, _gradients!, worker);
        Regularization.PenaltyPart(_parameters!, _sums, worker);
    }
}
