using System;

namespace NetGen.Numerics;

public static partial class Philox
{
    /// <summary>Uniform numbers in [0, 1), multiples of 2^−24.</summary>
    /// <param name="destination">Where the numbers go: consecutive elements of one sample.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream: one for each use of randomness.</param>
    /// <param name="step">The step of training.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="time">The time step, where the sample is a sequence.</param>
    /// <param name="firstElement">The element that comes first in <paramref name="destination"/>.</param>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="sample"/> or <paramref name="firstElement"/> is negative.</exception>
    public static void FillUniform(
        Span<float> destination, ulong seed, uint stream, long step, int sample, int time = 0, long firstElement = 0) =>
        FillOne(destination, seed, stream, step, sample, time, firstElement, default(UniformSingle));

    /// <summary>Uniform numbers in [0, 1), multiples of 2^−24. For several samples.</summary>
    /// <param name="destination">Where the numbers go: a row for each sample; what lies between the rows is left as it is.</param>
    /// <param name="samples">The number of rows.</param>
    /// <param name="elementsPerSample">The length of a row.</param>
    /// <param name="stride">From the start of a row to the next one; at least <paramref name="elementsPerSample"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream: one for each use of randomness.</param>
    /// <param name="step">The step of training.</param>
    /// <param name="firstSample">The sample of the first row.</param>
    /// <param name="time">The time step, where the samples are sequences.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A count is negative, or the stride too small.</exception>
    /// <exception cref="System.ArgumentException">The rows do not fit.</exception>
    public static void FillUniform(
        Span<float> destination, int samples, int elementsPerSample, int stride, ulong seed, uint stream, long step, int firstSample, int time = 0) =>
        FillRows(destination, samples, elementsPerSample, stride, seed, stream, step, firstSample, time, default(UniformSingle));

    /// <summary>Uniform numbers in [0, 1), multiples of 2^−53.</summary>
    /// <param name="destination">Where the numbers go: consecutive elements of one sample.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream: one for each use of randomness.</param>
    /// <param name="step">The step of training.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="time">The time step, where the sample is a sequence.</param>
    /// <param name="firstElement">The element that comes first in <paramref name="destination"/>.</param>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="sample"/> or <paramref name="firstElement"/> is negative.</exception>
    public static void FillUniform(
        Span<double> destination, ulong seed, uint stream, long step, int sample, int time = 0, long firstElement = 0) =>
        FillOne(destination, seed, stream, step, sample, time, firstElement, default(UniformDouble));

    /// <summary>Uniform numbers in [0, 1), multiples of 2^−53. For several samples.</summary>
    /// <param name="destination">Where the numbers go: a row for each sample; what lies between the rows is left as it is.</param>
    /// <param name="samples">The number of rows.</param>
    /// <param name="elementsPerSample">The length of a row.</param>
    /// <param name="stride">From the start of a row to the next one; at least <paramref name="elementsPerSample"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream: one for each use of randomness.</param>
    /// <param name="step">The step of training.</param>
    /// <param name="firstSample">The sample of the first row.</param>
    /// <param name="time">The time step, where the samples are sequences.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A count is negative, or the stride too small.</exception>
    /// <exception cref="System.ArgumentException">The rows do not fit.</exception>
    public static void FillUniform(
        Span<double> destination, int samples, int elementsPerSample, int stride, ulong seed, uint stream, long step, int firstSample, int time = 0) =>
        FillRows(destination, samples, elementsPerSample, stride, seed, stream, step, firstSample, time, default(UniformDouble));
}
