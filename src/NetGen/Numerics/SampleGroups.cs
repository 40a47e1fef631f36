using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>Samples in groups of 16 that lie side by side, so that a group fills the lanes of vectors: element by element, the 16 samples of each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SampleGroups
{
    /// <summary>How many samples a group has.</summary>
    public const int Size = 16;

    private const int Quad = 4;

    /// <summary>How many groups some samples fill; the last may have lanes without a sample.</summary>
    public static int Count(int samples) => (int)((samples + (Size - 1L)) / Size);

    /// <summary>The groups of a worker's samples, of which the first is the first of a group.</summary>
    public static WorkShare Of(WorkShare samples) => new(samples.First / Size, Count(samples.Count));

    /// <summary>Puts samples into groups.</summary>
    /// <param name="source">The first element of the first sample.</param>
    /// <param name="stride">From one sample to the next, in elements.</param>
    /// <param name="target">The first element of the first group: element i of sample j of a group is written at i · 16 + j.</param>
    /// <param name="length">How many elements a sample has.</param>
    /// <param name="samples">How many samples.</param>
    /// <param name="zeroRest">Whether lanes without a sample become zero; else they are copies of the last sample.</param>
    public static void Gather<T>(ref T source, int stride, ref T target, int length, int samples, bool zeroRest)
        where T : unmanaged
    {
        for (var first = 0; first < samples; first += Size)
        {
            GatherGroup(ref Unsafe.Add(ref source, (nint)first * stride), stride, ref Unsafe.Add(ref target, (nint)first * length), length, Math.Min(Size, samples - first), zeroRest);
        }
    }

    /// <summary>Puts the samples of groups one after the other; lanes without a sample are left out.</summary>
    /// <param name="source">The first element of the first group.</param>
    /// <param name="target">The first element of the first sample.</param>
    /// <param name="stride">From one sample to the next in the target, in elements. Behind a sample of less than four, zeros may be written up to its fourth place, where the stride leaves one.</param>
    /// <param name="length">How many elements a sample has.</param>
    /// <param name="samples">How many samples.</param>
    public static void Scatter<T>(ref T source, ref T target, int stride, int length, int samples)
        where T : unmanaged
    {
        for (var first = 0; first < samples; first += Size)
        {
            ScatterGroup(ref Unsafe.Add(ref source, (nint)first * length), ref Unsafe.Add(ref target, (nint)first * stride), stride, length, Math.Min(Size, samples - first));
        }
    }

    /// <summary>Puts single numbers of samples into groups: they lie side by side already.</summary>
    /// <param name="source">That of the first sample.</param>
    /// <param name="target">That of the first sample in the first group.</param>
    /// <param name="samples">How many samples.</param>
    /// <param name="zeroRest">Whether lanes without a sample become zero; else they are copies of the last sample.</param>
    public static void GatherNumbers<TSource, T>(ref TSource source, ref T target, int samples, bool zeroRest)
        where TSource : unmanaged, INumberBase<TSource>
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(TSource) == typeof(T))
        {
            ScatterNumbers(ref Unsafe.As<TSource, T>(ref source), ref target, samples);
        }
        else
        {
            for (var i = 0; i < samples; i++)
            {
                Unsafe.Add(ref target, i) = T.CreateTruncating(Unsafe.Add(ref source, i));
            }
        }

        var rest = zeroRest || samples == 0 ? T.Zero : Unsafe.Add(ref target, samples - 1);
        for (var i = samples; i < (nint)Count(samples) * Size; i++)
        {
            Unsafe.Add(ref target, i) = rest;
        }
    }

    /// <summary>Puts single numbers of the samples of groups one after the other: those of lanes with a sample.</summary>
    /// <param name="source">That of the first sample in the first group.</param>
    /// <param name="target">That of the first sample.</param>
    /// <param name="samples">How many samples.</param>
    public static void ScatterNumbers<T>(ref T source, ref T target, int samples)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(ref source, samples).CopyTo(MemoryMarshal.CreateSpan(ref target, samples));

    private static void GatherGroup<T>(ref T source, int stride, ref T target, int length, int samples, bool zeroRest)
        where T : unmanaged
    {
        var whole = CanTranspose<T>() && samples == Size ? length - (length % Quad) : 0;
        for (var i = 0; i < whole; i += Quad)
        {
            for (var lane = 0; lane < Size; lane += Quad)
            {
                Transpose(ref Unsafe.As<T, float>(ref Unsafe.Add(ref source, ((nint)lane * stride) + i)), stride, ref Unsafe.As<T, float>(ref Unsafe.Add(ref target, ((nint)i * Size) + lane)), Size);
            }
        }

        for (var lane = 0; lane < Size; lane++)
        {
            ref var from = ref Unsafe.Add(ref source, (nint)Math.Min(lane, samples - 1) * stride);
            var isZero = zeroRest && lane >= samples;
            for (var i = whole; i < length; i++)
            {
                Unsafe.Add(ref target, ((nint)i * Size) + lane) = isZero ? default : Unsafe.Add(ref from, i);
            }
        }
    }

    private static void ScatterGroup<T>(ref T source, ref T target, int stride, int length, int samples)
        where T : unmanaged
    {
        var whole = CanTranspose<T>() && samples == Size ? length - (length % Quad) : 0;
        for (var i = 0; i < whole; i += Quad)
        {
            for (var lane = 0; lane < Size; lane += Quad)
            {
                Transpose(ref Unsafe.As<T, float>(ref Unsafe.Add(ref source, ((nint)i * Size) + lane)), Size, ref Unsafe.As<T, float>(ref Unsafe.Add(ref target, ((nint)lane * stride) + i)), stride);
            }
        }

        // What is left of a longer sample is moved with some that were moved before; of a short one, zeros go into its padding.
        if (whole < length && CanTranspose<T>() && samples == Size && stride >= Quad)
        {
            ScatterRest(ref Unsafe.As<T, float>(ref source), ref Unsafe.As<T, float>(ref target), stride, length);
            return;
        }

        for (var lane = 0; lane < samples; lane++)
        {
            ref var to = ref Unsafe.Add(ref target, (nint)lane * stride);
            for (var i = whole; i < length; i++)
            {
                Unsafe.Add(ref to, i) = Unsafe.Add(ref source, ((nint)i * Size) + lane);
            }
        }
    }

    private static void ScatterRest(ref float source, ref float target, int stride, int length)
    {
        var first = Math.Max(length - Quad, 0);
        ref var begin = ref Unsafe.Add(ref source, (nint)first * Size);
        for (var lane = 0; lane < Size; lane += Quad)
        {
            ref var row0 = ref Unsafe.Add(ref begin, lane);
            var zero = Vector128<float>.Zero;
            Transpose(
                Vector128.LoadUnsafe(ref row0),
                length > 1 ? Vector128.LoadUnsafe(ref row0, Size) : zero,
                length > 2 ? Vector128.LoadUnsafe(ref row0, 2 * Size) : zero,
                length > 3 ? Vector128.LoadUnsafe(ref row0, 3 * Size) : zero,
                ref Unsafe.Add(ref target, ((nint)lane * stride) + first),
                stride);
        }
    }

    private static bool CanTranspose<T>() => typeof(T) == typeof(float) && (Sse.IsSupported || AdvSimd.Arm64.IsSupported);

    // Four rows of four: pairs of rows are interleaved, then pairs of pairs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose(ref float source, int sourceStride, ref float target, int targetStride) => Transpose(
        Vector128.LoadUnsafe(ref source),
        Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride)),
        Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * (nint)sourceStride)),
        Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * (nint)sourceStride)),
        ref target,
        targetStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(Vector128<float> row0, Vector128<float> row1, Vector128<float> row2, Vector128<float> row3, ref float target, int targetStride)
    {
        var (low02, high02) = (ZipLow(row0, row2), ZipHigh(row0, row2));
        var (low13, high13) = (ZipLow(row1, row3), ZipHigh(row1, row3));
        ZipLow(low02, low13).StoreUnsafe(ref target);
        ZipHigh(low02, low13).StoreUnsafe(ref Unsafe.Add(ref target, targetStride));
        ZipLow(high02, high13).StoreUnsafe(ref Unsafe.Add(ref target, 2 * (nint)targetStride));
        ZipHigh(high02, high13).StoreUnsafe(ref Unsafe.Add(ref target, 3 * (nint)targetStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);
}
