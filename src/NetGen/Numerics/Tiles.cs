using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace NetGen.Numerics;

/// <summary>The shape of the tiles that generated contractions sum in registers. All answers are constants to the just-in-time compiler.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Tiles
{
    private const int Panel = ParameterSegment.Block;

    /// <summary>Whether the machine has 32 vector registers, so that 16 accumulators stay in them; with 16 registers they would not.</summary>
    public static bool HasManyRegisters
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated || AdvSimd.IsSupported;
    }

    /// <summary>Whether a tile is four vectors of lanes wide instead of two.</summary>
    /// <param name="lanes">How many lanes there are, a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreWide<T>(int lanes) => HasManyRegisters && lanes >= 4 * Vector<T>.Count;

    /// <summary>Where a lane lies in memory in which panels of 16 lanes follow each other.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="stride">From one panel to the next, in elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Place(int lane, int stride) => (lane / Panel * stride) + (lane % Panel);
}
