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
                SampleGroups.Transpose(ref Unsafe.Add(ref source, (row * Size) + lane), Size, ref Unsafe.Add(ref target, (lane * Size) + row), Size);
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
}
