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
    private readonly ProgramForm _form;
    private MicroBatches? _microBatches;

    private ProgramPlanner(LayoutPlan layouts, ParameterPlan parameters, ProgramForm form)
    {
        _layouts = layouts;
        _parameters = parameters;
        _form = form;
    }

    /// <summary>Plans a program.</summary>
    /// <param name="graph">An optimised graph.</param>
    /// <param name="parameters">Where the parameters lie.</param>
    /// <param name="form">What kind of program it is.</param>
    public static ProgramPlan Plan(ComputationGraph graph, ParameterPlan parameters, ProgramForm form) =>
        new ProgramPlanner(LayoutPlan.Choose(graph, parameters, form.KeepsInputs), parameters, form).Run();

    private ProgramPlan Run()
    {
        var graph = _layouts.Graph;
        var firstHalf = _form.KeepsInputs ? Lifetimes.FirstHalf(graph) : new HashSet<Value>();
        var kernels = RowFusion.Fuse(KernelSelection.Select(_layouts, firstHalf), _layouts, firstHalf).ToList();
        if (_form.KeepsInputs)
        {
            kernels = Keep(graph, InputRole.Data)
                .Concat(kernels.Where(kernel => firstHalf.Contains(kernel.Result)))
                .Concat(Keep(graph, InputRole.OutputGradient))
                .Concat(kernels.Where(kernel => !firstHalf.Contains(kernel.Result)))
                .ToList();
        }

        var prepared = _form.Prepares ? ParameterOnly(graph) : new HashSet<Value>();
        var preparing = kernels.Where(kernel => prepared.Contains(kernel.Result)).ToArray();
        kernels.RemoveAll(kernel => prepared.Contains(kernel.Result));

        PlaceLeaves(graph);
        PlaceGradients(graph);
        var schedule = _form.IsShared ? WorkSchedule.Of(kernels) : null;
        kernels = schedule?.Stages.SelectMany(stage => stage).ToList() ?? kernels;
        _microBatches = schedule is null ? null : MicroBatches.Of(schedule, _layouts, ProgramPlan.UnitOf(kernels), _form.IsExtreme);
        return new ProgramPlan(graph, preparing, kernels, _storage, PlaceAll(preparing, kernels, schedule), schedule, _microBatches, _form);
    }

    // Within a stage any worker may be anywhere, so that nothing may take the place of what another still reads.
    private ArenaLengths PlaceAll(IReadOnlyList<Kernel> preparing, IReadOnlyList<Kernel> kernels, WorkSchedule? schedule)
    {
        var scratch = new HashSet<Value>(kernels.SelectMany(kernel => kernel.Scratch));
        var ofWorkers = schedule is null ? new HashSet<Value>() : new HashSet<Value>(kernels.Where(kernel => WorkSchedule.SplitOf(kernel) != WorkSplit.None).SelectMany(kernel => kernel.Scratch));
        var order = Enumerable.Range(0, Math.Max(preparing.Count, kernels.Count)).ToArray();
        var times = schedule is null ? order : kernels.Select(schedule.StageOf).ToArray();
        return new ArenaLengths(
            Limit(PlaceBuffers(preparing, order, Region.Prepared, _ => true)),
            Limit(PlaceBuffers(kernels, times, Region.Fixed, value => scratch.Contains(value) ? !ofWorkers.Contains(value) : !value.Batched)),
            Limit(PlaceBuffers(kernels, times, Region.PerSample, value => value.Batched && !scratch.Contains(value) && RoomOf(value) == 0)),
            schedule is null ? 0 : Limit(PlaceBuffers(kernels, order, Region.PerWorker, value => ofWorkers.Contains(value) || RoomOf(value) > 0)));
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
            else if (value.Operation is InputOperation { Role: InputRole.SampleScale } || (_form.KeepsInputs && value.Operation is InputOperation))
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
        foreach (var result in graph.Results.Where(result => result.IsOfParameter))
        {
            var place = _parameters[result.Name];
            _storage.Add(Aliases.Root(result.Value), new Storage(Region.Gradients, place.Offset, 0, _layouts[result.Value]));
        }
    }

    private long PlaceBuffers(IReadOnlyList<Kernel> kernels, IReadOnlyList<int> times, Region region, Func<Value, bool> belongs)
    {
        var values = kernels.SelectMany(kernel => kernel.Results.Concat(kernel.Scratch))
            .Concat(region == Region.PerSample ? _layouts.Graph.Values.Where(IsSampleScale) : Enumerable.Empty<Value>())
            .Where(value => belongs(value) && !_storage.ContainsKey(value))
            .ToArray();
        var lifetimes = new Lifetimes(_layouts.Graph, kernels, times, _form.KeepsInputs);
        var buffers = values.Select(value => Buffer(value, region, lifetimes, kernels.Count)).ToArray();
        var (offsets, length) = ArenaPlanner.Place(buffers);
        for (var i = 0; i < values.Length; i++)
        {
            // A kept input lies as the caller's does, so that both are read by the same kernels.
            var isKept = values[i].Operation is InputOperation { Role: InputRole.Data };
            // What a kernel writes for itself is that of every sample in turn.
            var isScratch = region is Region.Fixed or Region.PerWorker && RoomOf(values[i]) == 0;
            var stride = !values[i].Batched || isScratch ? 0 : isKept ? (int)values[i].Shape.Count : Blocks.SampleStride(values[i].Type);
            _storage.Add(values[i], new Storage(region, Limit(offsets[i]), stride, _layouts[values[i]], RoomOf(values[i])));
        }

        return length;
    }

    private int RoomOf(Value value) => _microBatches?.RoomOf(value) ?? 0;

    private Lifetime Buffer(Value value, Region region, Lifetimes lifetimes, int end)
    {
        var length = Storage.Length(value, region, _layouts[value], RoomOf(value)) + (_form.IsGuarded ? Blocks.Size : 0);
        return region == Region.Prepared || _form.IsGuarded ? new Lifetime(length, 0, end) : lifetimes.Of(value, length);
    }

    private static bool IsSampleScale(Value value) => value.Operation is InputOperation { Role: InputRole.SampleScale };

    private static int Limit(long length) =>
        length <= int.MaxValue ? (int)length : throw new NetworkTooLargeException();
}

/// <summary>The memory of a network cannot be addressed.</summary>
internal sealed class NetworkTooLargeException : Exception;
