using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>Moves weights between panels of 16 along one axis and panels along the other.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Panels
{
    private const int Size = ParameterSegment.Block;
    private const int Quad = 4;

    /// <summary>
    /// Transposes the block that two panels share: 16 lanes for each of some rows, which lie side by side. What is read
    /// past the last lane or row is zero in the result.
    /// </summary>
    /// <param name="source">The first row of the block.</param>
    /// <param name="target">Where row j holds lane j of every row of the source.</param>
    /// <param name="rows">How many rows the source has, at most 16.</param>
    /// <param name="lanes">How many lanes are to become rows, at most 16.</param>
    public static void Transpose(ref float source, ref float target, int rows, int lanes)
    {
        if ((rows & lanes) != Size || !(Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            TransposeSlowly(ref source, ref target, rows, lanes);
            return;
        }

        for (var row = 0; row < Size; row += Quad)
        {
            for (var lane = 0; lane < Size; lane += Quad)
            {
                TransposeQuad(ref Unsafe.Add(ref source, (row * Size) + lane), ref Unsafe.Add(ref target, (lane * Size) + row));
            }
        }
    }

    /// <inheritdoc cref="Transpose(ref float, ref float, int, int)"/>
    public static void Transpose(ref double source, ref double target, int rows, int lanes) =>
        TransposeSlowly(ref source, ref target, rows, lanes);

    private static void TransposeSlowly<T>(ref T source, ref T target, int rows, int lanes)
        where T : unmanaged
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            ref var to = ref Unsafe.Add(ref target, lane * Size);
            for (var row = 0; row < Size; row++)
            {
                Unsafe.Add(ref to, row) = row < rows ? Unsafe.Add(ref source, (row * Size) + lane) : default;
            }
        }
    }

    // Four rows of four: pairs of rows are interleaved, then pairs of pairs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeQuad(ref float source, ref float target)
    {
        var row0 = Vector128.LoadUnsafe(ref source);
        var row1 = Vector128.LoadUnsafe(ref source, Size);
        var row2 = Vector128.LoadUnsafe(ref source, 2 * Size);
        var row3 = Vector128.LoadUnsafe(ref source, 3 * Size);
        var (low02, high02) = (ZipLow(row0, row2), ZipHigh(row0, row2));
        var (low13, high13) = (ZipLow(row1, row3), ZipHigh(row1, row3));
        ZipLow(low02, low13).StoreUnsafe(ref target);
        ZipHigh(low02, low13).StoreUnsafe(ref target, Size);
        ZipLow(high02, high13).StoreUnsafe(ref target, 2 * Size);
        ZipHigh(high02, high13).StoreUnsafe(ref target, 3 * Size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);
}
