using System;
using System.Threading;

namespace NetGen;

/// <summary>
/// The workspaces of predictions that run at the same time. In the steady state renting and returning allocates nothing:
/// there are as many workspaces as calls that were ever under way at once, up to a limit.
/// </summary>
public sealed class WorkspacePool
{
    private readonly Type _owner;
    private readonly ElementType _elementType;
    private readonly int _fixedLength;
    private readonly int _lengthPerSample;
    private readonly int _capacityUnit;
    private readonly Workspace?[] _idle = new Workspace?[Math.Max(16, 2 * Environment.ProcessorCount)];

    /// <summary>Creates an empty pool.</summary>
    /// <param name="owner">The type of the network.</param>
    /// <param name="elementType">Its floating-point type.</param>
    /// <param name="fixedLength">How many elements a workspace needs whatever the batch.</param>
    /// <param name="lengthPerSample">How many elements it needs for each sample.</param>
    /// <param name="capacityUnit">The capacity of a workspace is a multiple of it: 16 where samples lie in groups.</param>
    public WorkspacePool(Type owner, ElementType elementType, int fixedLength, int lengthPerSample, int capacityUnit = 1)
    {
        (_owner, _elementType, _fixedLength, _lengthPerSample, _capacityUnit) = (owner, elementType, fixedLength, lengthPerSample, capacityUnit);
    }

    /// <summary>A workspace with room for a batch.</summary>
    /// <param name="count">How many samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The memory would be over 2 GiB.</exception>
    public Workspace Rent(int count)
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Volatile.Read(ref _idle[i]) is not null && Interlocked.Exchange(ref _idle[i], null) is { } workspace)
            {
                workspace.Reserve(count);
                return workspace;
            }
        }

        return new Workspace(_owner, _elementType, _fixedLength, _lengthPerSample, count, capacityUnit: _capacityUnit);
    }

    /// <summary>Gives a workspace back.</summary>
    /// <param name="workspace">What <see cref="Rent"/> returned.</param>
    public void Return(Workspace workspace)
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Volatile.Read(ref _idle[i]) is null && Interlocked.CompareExchange(ref _idle[i], workspace, null) is null)
            {
                return;
            }
        }
    }
}
