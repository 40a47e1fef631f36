using System;
using System.Numerics;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen;

/// <summary>
/// Random numbers for one step on one sample. They depend on seed, epoch, sample, step and how many were drawn before, and on nothing
/// else: the same sample gets the same numbers in any batch, in any order and on any thread (<see cref="Philox"/>).
/// </summary>
public struct SampleRandom
{
    private readonly ulong _seed;
    private readonly uint _stream;
    private readonly int _epoch;
    private readonly int _sample;
    private readonly uint _k0;
    private readonly uint _k1;
    private uint _draws;
    private int _fills;

    internal SampleRandom(ulong seed, uint stream, int epoch, int sample)
    {
        (_seed, _stream, _epoch, _sample) = (seed, stream, epoch, sample);
        (_k0, _k1) = Philox.KeyOf(seed, stream, epoch);
    }

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double Uniform()
    {
        // Numbers one by one stand at time 0, each filling at a time of its own.
        var (low, high, _, _) = Philox.Block(_draws++, (uint)_sample, (uint)_epoch, 0, _k0, _k1);
        return PhiloxStream.ToUnit(low, high);
    }

    /// <summary>A number between two others, <paramref name="high"/> excluded unless both are equal.</summary>
    /// <param name="low">The least number.</param>
    /// <param name="high">The upper bound.</param>
    public double Uniform(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>A whole number between two others, both included, each with the same probability.</summary>
    /// <param name="low">The least number.</param>
    /// <param name="high">The greatest number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The greatest is less than the least.</exception>
    public int Integer(int low, int high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        return (int)(low + (long)(((long)high - low + 1) * Uniform()));
    }

    /// <summary>True with a probability.</summary>
    /// <param name="probability">The probability, from 0 for never to 1 for always.</param>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Draws numbers in [0, 1), several at once.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="destination">Where they go.</param>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public void FillUniform<T>(Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        _fills++;
        if (typeof(T) == typeof(float))
        {
            Philox.FillUniform(MemoryMarshal.Cast<T, float>(destination), _seed, _stream, _epoch, _sample, _fills);
        }
        else
        {
            Philox.FillUniform(Doubles(destination), _seed, _stream, _epoch, _sample, _fills);
        }
    }

    /// <summary>Draws numbers from the normal distribution of mean 0 and deviation 1, several at once.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="destination">Where they go.</param>
    /// <exception cref="NotSupportedException">The numbers have another type.</exception>
    public void FillNormal<T>(Span<T> destination)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        _fills++;
        if (typeof(T) == typeof(float))
        {
            Philox.FillNormal(MemoryMarshal.Cast<T, float>(destination), _seed, _stream, _epoch, _sample, _fills);
        }
        else
        {
            Philox.FillNormal(Doubles(destination), _seed, _stream, _epoch, _sample, _fills);
        }
    }

    private static Span<double> Doubles<T>(Span<T> destination)
        where T : unmanaged => typeof(T) == typeof(double)
            ? MemoryMarshal.Cast<T, double>(destination)
            : throw new NotSupportedException($"Expected float or double values, found {typeof(T).Name}.");
}
