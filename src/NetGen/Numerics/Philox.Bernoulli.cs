using System;

namespace NetGen.Numerics;

public static partial class Philox
{
    /// <summary>1 with the given probability, else 0; 16 random bits for each.</summary>
    /// <param name="destination">Where the numbers go: consecutive elements of one sample.</param>
    /// <param name="keepProbability">The probability of 1, from 0 to 1; it is rounded to a multiple of 1/65536.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream: one for each use of randomness.</param>
    /// <param name="step">The step of training.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="time">The time step, where the sample is a sequence.</param>
    /// <param name="firstElement">The element that comes first in <paramref name="destination"/>.</param>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="sample"/> or <paramref name="firstElement"/> is negative, or <paramref name="keepProbability"/> not within 0 and 1.</exception>
    public static void FillBernoulli(
        Span<float> destination, double keepProbability, ulong seed, uint stream, long step, int sample, int time = 0, long firstElement = 0) =>
        FillOne(destination, seed, stream, step, sample, time, firstElement, new BernoulliSingle(ThresholdOf(keepProbability)));

    /// <summary>1 with the given probability, else 0; 16 random bits for each. For several samples.</summary>
    /// <param name="destination">Where the numbers go: a row for each sample; what lies between the rows is left as it is.</param>
    /// <param name="keepProbability">The probability of 1, from 0 to 1; it is rounded to a multiple of 1/65536.</param>
    /// <param name="samples">The number of rows.</param>
    /// <param name="elementsPerSample">The length of a row.</param>
    /// <param name="stride">From the start of a row to the next one; at least <paramref name="elementsPerSample"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream: one for each use of randomness.</param>
    /// <param name="step">The step of training.</param>
    /// <param name="firstSample">The sample of the first row.</param>
    /// <param name="time">The time step, where the samples are sequences.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A count is negative, or the stride too small, or <paramref name="keepProbability"/> not within 0 and 1.</exception>
    /// <exception cref="System.ArgumentException">The rows do not fit.</exception>
    public static void FillBernoulli(
        Span<float> destination, double keepProbability, int samples, int elementsPerSample, int stride, ulong seed, uint stream, long step, int firstSample, int time = 0) =>
        FillRows(destination, samples, elementsPerSample, stride, seed, stream, step, firstSample, time, new BernoulliSingle(ThresholdOf(keepProbability)));

    /// <summary>1 with the given probability, else 0; 16 random bits for each, and the same decisions as in <see langword="float"/>.</summary>
    /// <param name="destination">Where the numbers go: consecutive elements of one sample.</param>
    /// <param name="keepProbability">The probability of 1, from 0 to 1; it is rounded to a multiple of 1/65536.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream: one for each use of randomness.</param>
    /// <param name="step">The step of training.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="time">The time step, where the sample is a sequence.</param>
    /// <param name="firstElement">The element that comes first in <paramref name="destination"/>.</param>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="sample"/> or <paramref name="firstElement"/> is negative, or <paramref name="keepProbability"/> not within 0 and 1.</exception>
    public static void FillBernoulli(
        Span<double> destination, double keepProbability, ulong seed, uint stream, long step, int sample, int time = 0, long firstElement = 0) =>
        FillOne(destination, seed, stream, step, sample, time, firstElement, new BernoulliDouble(ThresholdOf(keepProbability)));

    /// <summary>1 with the given probability, else 0; 16 random bits for each, and the same decisions as in <see langword="float"/>. For several samples.</summary>
    /// <param name="destination">Where the numbers go: a row for each sample; what lies between the rows is left as it is.</param>
    /// <param name="keepProbability">The probability of 1, from 0 to 1; it is rounded to a multiple of 1/65536.</param>
    /// <param name="samples">The number of rows.</param>
    /// <param name="elementsPerSample">The length of a row.</param>
    /// <param name="stride">From the start of a row to the next one; at least <paramref name="elementsPerSample"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream: one for each use of randomness.</param>
    /// <param name="step">The step of training.</param>
    /// <param name="firstSample">The sample of the first row.</param>
    /// <param name="time">The time step, where the samples are sequences.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A count is negative, or the stride too small, or <paramref name="keepProbability"/> not within 0 and 1.</exception>
    /// <exception cref="System.ArgumentException">The rows do not fit.</exception>
    public static void FillBernoulli(
        Span<double> destination, double keepProbability, int samples, int elementsPerSample, int stride, ulong seed, uint stream, long step, int firstSample, int time = 0) =>
        FillRows(destination, samples, elementsPerSample, stride, seed, stream, step, firstSample, time, new BernoulliDouble(ThresholdOf(keepProbability)));

    // 16 bits below the threshold mean 1: never for 0, always for 65536.
    private static int ThresholdOf(double keepProbability)
    {
        if (keepProbability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(keepProbability), keepProbability, "A probability lies between 0 and 1.");
        }

        return (int)Math.Round(keepProbability * 65536);
    }
}
