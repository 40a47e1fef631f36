using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>Turns an optimised graph into a schedule of kernels and a plan of the memory.</summary>
internal sealed class ProgramPlanner
{
    private readonly LayoutPlan _layouts;
    private readonly ParameterPlan _parameters;
    private readonly Dictionary<Value, Storage> _storage = new();
    private readonly bool _keepInputs;
    private readonly bool _isOneSample;
    private readonly bool _guarded;

    private ProgramPlanner(LayoutPlan layouts, ParameterPlan parameters, bool keepInputs, bool isOneSample, bool guarded)
    {
        _layouts = layouts;
        _parameters = parameters;
        _keepInputs = keepInputs;
        _isOneSample = isOneSample;
        _guarded = guarded;
    }

    /// <summary>Plans a program.</summary>
    /// <param name="graph">An optimised graph.</param>
    /// <param name="parameters">Where the parameters lie.</param>
    /// <param name="prepare">Whether values that depend on parameters only are computed once per version of the weights.</param>
    /// <param name="keepInputs">Whether the program is called in two halves, so that inputs and what the second half reads stay in the arena.</param>
    /// <param name="isOneSample">Whether the program takes one sample, so that a small arena may lie on the stack.</param>
    /// <param name="guarded">Whether values share no memory and have a block behind them that nothing may touch: for tests of what kernels write.</param>
    public static ProgramPlan Plan(
        ComputationGraph graph, ParameterPlan parameters, bool prepare = false, bool keepInputs = false, bool isOneSample = false, bool guarded = false) =>
        new ProgramPlanner(LayoutPlan.Choose(graph, parameters, keepInputs), parameters, keepInputs, isOneSample, guarded).Run(prepare);

    private ProgramPlan Run(bool prepare)
    {
        var graph = _layouts.Graph;
        var kernels = RowFusion.Fuse(KernelSelection.Select(_layouts), _layouts, _keepInputs ? Lifetimes.FirstHalf(graph) : new HashSet<Value>()).ToList();
        if (_keepInputs)
        {
            var firstHalf = Lifetimes.FirstHalf(graph);
            kernels = Keep(graph, InputRole.Data)
                .Concat(kernels.Where(kernel => firstHalf.Contains(kernel.Result)))
                .Concat(Keep(graph, InputRole.OutputGradient))
                .Concat(kernels.Where(kernel => !firstHalf.Contains(kernel.Result)))
                .ToList();
        }

        var prepared = prepare ? ParameterOnly(graph) : new HashSet<Value>();
        var preparing = kernels.Where(kernel => prepared.Contains(kernel.Result)).ToArray();
        kernels.RemoveAll(kernel => prepared.Contains(kernel.Result));

        PlaceLeaves(graph);
        PlaceGradients(graph);
        var scratch = new HashSet<Value>(kernels.SelectMany(kernel => kernel.Scratch));
        var preparedLength = PlaceBuffers(preparing, Region.Prepared, _ => true, alwaysAlive: true);
        var fixedLength = PlaceBuffers(kernels, Region.Fixed, value => !value.Batched || scratch.Contains(value), alwaysAlive: false);
        var perSample = PlaceBuffers(kernels, Region.PerSample, value => value.Batched && !scratch.Contains(value), alwaysAlive: false);
        return new ProgramPlan(
            graph, preparing, kernels, _storage, Limit(preparedLength), Limit(fixedLength), Limit(perSample), _isOneSample, _guarded);
    }

    private static IEnumerable<Kernel> Keep(ComputationGraph graph, InputRole role) =>
        graph.Values.Where(value => value.Operation is InputOperation input && input.Role == role).Select(value => new KeepInputKernel(value));

    // Values that depend on parameters only: the same for every call between two changes of the weights.
    private static HashSet<Value> ParameterOnly(ComputationGraph graph)
    {
        var found = new HashSet<Value>();
        foreach (var value in graph.Values)
        {
            if (value.Operation is ParameterOperation or ConstantOperation or IotaOperation
                || (value.Operands.Count > 0 && value.Operands.All(found.Contains) && !value.Batched))
            {
                found.Add(value);
            }
        }

        return found;
    }

    private void PlaceLeaves(ComputationGraph graph)
    {
        foreach (var value in graph.Values)
        {
            if (value.Operation is ParameterOperation parameter)
            {
                _storage.Add(value, new Storage(Region.Parameters, _parameters[parameter.Name].Offset, 0, _layouts[value]));
            }
            else if (value.Operation is InputOperation { Role: InputRole.SampleScale } || (_keepInputs && value.Operation is InputOperation))
            {
                continue;
            }
            else if (value.Operation is InputOperation)
            {
                _storage.Add(value, new Storage(Region.Caller, 0, (int)value.Shape.Count, Layout.RowMajor));
            }
            else if (value.Operation is ConstantOperation or IotaOperation)
            {
                _storage.Add(value, new Storage(Region.None, 0, 0, Layout.RowMajor));
            }
        }
    }

    private void PlaceGradients(ComputationGraph graph)
    {
        foreach (var result in graph.Results.Where(result => result.Role == ResultRole.ParameterGradient))
        {
            var place = _parameters[result.Name];
            _storage.Add(Aliases.Root(result.Value), new Storage(Region.Gradients, place.Offset, 0, _layouts[result.Value]));
        }
    }

    private long PlaceBuffers(IReadOnlyList<Kernel> kernels, Region region, Func<Value, bool> belongs, bool alwaysAlive)
    {
        var values = kernels.SelectMany(kernel => kernel.Results.Concat(kernel.Scratch))
            .Concat(region == Region.PerSample ? _layouts.Graph.Values.Where(IsSampleScale) : Enumerable.Empty<Value>())
            .Where(value => belongs(value) && !_storage.ContainsKey(value))
            .ToArray();
        var lifetimes = new Lifetimes(_layouts.Graph, kernels, _keepInputs);
        var buffers = values.Select(value => Buffer(value, lifetimes, alwaysAlive, kernels.Count)).ToArray();
        var (offsets, length) = ArenaPlanner.Place(buffers);
        for (var i = 0; i < values.Length; i++)
        {
            // A kept input lies as the caller's does, so that both are read by the same kernels.
            var isKept = values[i].Operation is InputOperation { Role: InputRole.Data };
            // A row of scratch is that of every sample in turn.
            var stride = !values[i].Batched || region == Region.Fixed ? 0 : isKept ? (int)values[i].Shape.Count : Blocks.SampleStride(values[i].Shape);
            _storage.Add(values[i], new Storage(region, Limit(offsets[i]), stride, _layouts[values[i]]));
        }

        return length;
    }

    private Lifetime Buffer(Value value, Lifetimes lifetimes, bool alwaysAlive, int end)
    {
        var length = Blocks.RoundUp(Blocks.Length(value.Shape, _layouts[value])) + (_guarded ? Blocks.Size : 0);
        return alwaysAlive || _guarded ? new Lifetime(length, 0, end) : lifetimes.Of(value, length);
    }

    private static bool IsSampleScale(Value value) => value.Operation is InputOperation { Role: InputRole.SampleScale };

    private static int Limit(long length) =>
        length <= int.MaxValue ? (int)length : throw new NetworkTooLargeException();
}

/// <summary>The memory of a network cannot be addressed.</summary>
internal sealed class NetworkTooLargeException : Exception;
