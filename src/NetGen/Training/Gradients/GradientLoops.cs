using System;

namespace NetGen;

/// <summary>The loops over all gradients between the pass and the update, shared by workers. Allocates nothing after its creation.</summary>
internal sealed class GradientLoops : IWork
{
    private readonly ParameterBuffer _gradients;
    private readonly int _workers;
    private readonly double[] _sums;
    private Action<GradientLoops, Worker>? _part;
    private double _argument;
    private volatile bool _isNotFinite;

    internal GradientLoops(ParameterBuffer gradients, int workers)
    {
        (_gradients, _workers) = (gradients, workers);
        _sums = new double[ParameterPieces.Count(gradients, static segment => segment.Trainable)];
    }

    /// <summary>The name of the first trainable parameter with a value that is NaN or infinite, or null.</summary>
    internal string? FirstNotFinite()
    {
        _isNotFinite = false;
        Run(static (loops, worker) => loops.CheckPart(worker), 0);
        return _isNotFinite ? Finiteness.FirstNotFinite(_gradients) : null;
    }

    /// <summary>Clips as <see cref="GradientClipping.ClipNorm"/> does.</summary>
    internal void ClipNorm(double maxNorm)
    {
        Run(static (loops, worker) => GradientClipping.SumPart(loops._gradients, loops._sums, worker), 0);
        if (GradientClipping.Factor(Math.Sqrt(ParameterPieces.Total(_sums)), maxNorm) is var factor && factor < 1)
        {
            Run(static (loops, worker) => GradientClipping.ScalePart(loops._gradients, loops._argument, worker), factor);
        }
    }

    /// <summary>Clips as <see cref="GradientClipping.ClipValue"/> does.</summary>
    internal void ClipValue(double maxValue) =>
        Run(static (loops, worker) => GradientClipping.ClampPart(loops._gradients, loops._argument, worker), maxValue);

    // Only ever set: a worker that finds nothing must not undo what another has found meanwhile.
    private void CheckPart(Worker worker)
    {
        if (!Finiteness.IsPartFinite(_gradients, worker))
        {
            _isNotFinite = true;
        }
    }

    void IWork.Run(Worker worker) => _part!(this, worker);

    private void Run(Action<GradientLoops, Worker> part, double argument)
    {
        (_part, _argument) = (part, argument);
        WorkerPool.Run(this, _workers);
    }
}
