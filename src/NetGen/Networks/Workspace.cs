using System;
using System.ComponentModel;

namespace NetGen;

/// <summary>
/// The memory in which a network works: activations and gradients at offsets planned at compile time, each a constant
/// times the capacity. It grows on the first use of a larger batch and allocates nothing afterwards. A workspace serves
/// one thread at a time and the network type that made it.
/// </summary>
public sealed class Workspace
{
    // Kernels load whole vectors past the last lane of the last sample.
    private const int ReadPastEnd = 4 * ParameterSegment.Block;

    private readonly int _fixedLength;
    private readonly int _lengthPerSample;
    private readonly int _lengthPerWorker;
    private readonly int _capacityUnit;
    private readonly int _shareUnit;
    private PassWork? _work;

    /// <summary>Creates a workspace; the networks' <c>CreateWorkspace</c> does so with their planned sizes.</summary>
    /// <param name="owner">The type of the network.</param>
    /// <param name="elementType">Its floating-point type.</param>
    /// <param name="fixedLength">How many elements it needs whatever the batch, a multiple of 16.</param>
    /// <param name="lengthPerSample">How many elements it needs for each sample, a multiple of 16.</param>
    /// <param name="capacity">For how many samples to reserve memory.</param>
    /// <param name="lengthPerWorker">How many elements each worker of a pass needs for itself, a multiple of 16.</param>
    /// <param name="capacityUnit">The capacity is rounded up to a multiple of it: 16 where samples lie in groups.</param>
    /// <param name="shareUnit">A worker's samples are a multiple of so many, but for the last; 0 where a worker without samples needs memory, too.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, the unit of the capacity is zero, or the memory would be over 2 GiB.</exception>
    public Workspace(Type owner, ElementType elementType, int fixedLength, int lengthPerSample, int capacity = 1, int lengthPerWorker = 0, int capacityUnit = 1, int shareUnit = 1)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentOutOfRangeException.ThrowIfNegative(fixedLength);
        ArgumentOutOfRangeException.ThrowIfNegative(lengthPerSample);
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ArgumentOutOfRangeException.ThrowIfNegative(lengthPerWorker);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacityUnit);
        ArgumentOutOfRangeException.ThrowIfNegative(shareUnit);
        Owner = owner;
        _fixedLength = fixedLength + ReadPastEnd;
        _lengthPerSample = lengthPerSample;
        _lengthPerWorker = lengthPerWorker;
        _capacityUnit = capacityUnit;
        _shareUnit = shareUnit;
        Arena = CreateArena(elementType, WholeUnits(capacity), 1, nameof(capacity));
        Capacity = WholeUnits(capacity);
    }

    /// <summary>The type of the network that planned this workspace.</summary>
    public Type Owner { get; }

    /// <summary>The memory.</summary>
    public AlignedBuffer Arena { get; private set; }

    /// <summary>For how many samples there is memory; the planned offsets are multiples of it.</summary>
    public int Capacity { get; private set; }

    /// <summary>How many samples the last <c>Forward</c> took; <c>Backward</c> takes as many.</summary>
    public int Count { get; set; }

    /// <summary>The seed of dropout and noise.</summary>
    public ulong Seed { get; set; }

    /// <summary>The step of dropout and noise; every training pass of a network adds one at its end.</summary>
    public long Step { get; set; }

    /// <summary>
    /// How many threads share a training pass over a batch of columns, at most; 1 unless set. Results do not depend on it. What the
    /// memory held is lost where it has to grow.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or the memory would be over 2 GiB; the workspace is left as it was.</exception>
    public int Workers
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            if (LengthOfWorkers(value, Capacity) > LengthOfWorkers(field, Capacity))
            {
                if (!AlignedBuffer.Fits(Arena.ElementType, _fixedLength + ((long)_lengthPerSample * Capacity) + LengthOfWorkers(value, Capacity)))
                {
                    throw new ArgumentOutOfRangeException(nameof(Workers), value, $"The memory for {value} workers and {Capacity} samples would be over 2 GiB.");
                }

                Arena = CreateArena(Arena.ElementType, Capacity, value, nameof(Workers));
                Count = 0;
            }

            field = value;
        }
    } = 1;

    /// <summary>The terms of regularisation by the workers.</summary>
    internal RegularizationWork Regularization => field ??= new RegularizationWork();

    /// <summary>Where the memory of a worker begins, for generated code.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="own">Its samples.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int StartOf(Worker worker, WorkShare own) =>
        _fixedLength + (_lengthPerSample * Capacity) + ((_shareUnit == 0 ? worker.Index : Math.Min(worker.Index, own.First / _shareUnit)) * _lengthPerWorker);

    /// <summary>Runs a training pass by the workers, for generated code.</summary>
    /// <param name="pass">The network.</param>
    /// <param name="batch">The columns of the batch, which have been checked.</param>
    /// <param name="gradients">Is overwritten.</param>
    /// <param name="samples">How many samples were found in the columns.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Share(ISharedPass pass, Batch batch, ParameterBuffer gradients, int samples)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (Workers == 1)
        {
            pass.Run(batch, this, gradients, samples, Worker.Alone);
        }
        else
        {
            (_work ??= new PassWork(this)).Run(pass, batch, gradients, samples);
        }
    }

    /// <summary>Makes room for a batch. What the memory held is lost where it has to grow.</summary>
    /// <param name="count">How many samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The memory would be over 2 GiB; the workspace is left as it was.</exception>
    public void Reserve(int count)
    {
        if (count > Capacity)
        {
            Arena = CreateArena(Arena.ElementType, WholeUnits(count), Workers, nameof(count));
            Capacity = WholeUnits(count);
            Count = 0;
        }
    }

    private int WholeUnits(int samples) => (int)Math.Min((samples + _capacityUnit - 1L) / _capacityUnit * _capacityUnit, int.MaxValue);

    private AlignedBuffer CreateArena(ElementType type, int samples, int workers, string name) =>
        new(type, AlignedBuffer.LengthFor(type, _fixedLength, _lengthPerSample, samples, name, LengthOfWorkers(workers, samples)));

    // There are no more workers with samples than units of them.
    private long LengthOfWorkers(int workers, int samples) => _lengthPerWorker == 0 ? 0
        : ((long)_lengthPerWorker * (_shareUnit == 0 ? workers : Math.Min(workers, Math.Max(samples / _shareUnit, 1)))) + ReadPastEnd;
}
