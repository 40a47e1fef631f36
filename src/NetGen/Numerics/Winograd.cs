using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The transformations of sums over 3×3 windows in Winograd's form F(2×2, 3×3), which takes 16 products for 4 results instead of 36: Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·d·B)]·A for a tile d of
/// 4×4 elements and a window w (A. Lavin and S. Gray, Fast Algorithms for Convolutional Neural Networks, CVPR 2016), with
/// <code>
/// Bᵀ = [1 0 −1 0; 0 1 1 0; 0 −1 1 0; 0 1 0 −1],  G = [1 0 0; ½ ½ ½; ½ −½ ½; 0 0 1],  Aᵀ = [1 1 1 0; 0 1 −1 −1].
/// </code>
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Winograd
{
    /// <summary>Bᵀ·d·B of a tile, for each of its channels.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="tile">The first of 4×4 elements, of which those of one row follow each other with all their channels.</param>
    /// <param name="rowStride">From one row to the next, in numbers.</param>
    /// <param name="channels">How many channels there are, a multiple of 16.</param>
    /// <param name="transformed">The first of the 16 elements that are written, one behind the other with all their channels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransformTile<T>(ref T tile, int rowStride, int channels, ref T transformed)
    {
        // The elements are read twice: all that lies between the two products would not stay in 16 registers.
        ref var row1 = ref Unsafe.Add(ref tile, rowStride);
        ref var row2 = ref Unsafe.Add(ref row1, rowStride);
        ref var row3 = ref Unsafe.Add(ref row2, rowStride);
        var (c1, c2, c3) = ((nuint)channels, 2 * (nuint)channels, 3 * (nuint)channels);
        for (nuint c = 0; c < c1; c += (nuint)Vector<T>.Count)
        {
            StoreDifferences(
                At(ref tile, c) - At(ref row2, c), At(ref tile, c + c1) - At(ref row2, c + c1),
                At(ref tile, c + c2) - At(ref row2, c + c2), At(ref tile, c + c3) - At(ref row2, c + c3), ref transformed, c, c1);
            StoreDifferences(
                At(ref row1, c) + At(ref row2, c), At(ref row1, c + c1) + At(ref row2, c + c1),
                At(ref row1, c + c2) + At(ref row2, c + c2), At(ref row1, c + c3) + At(ref row2, c + c3), ref transformed, c + (4 * c1), c1);
            StoreDifferences(
                At(ref row2, c) - At(ref row1, c), At(ref row2, c + c1) - At(ref row1, c + c1),
                At(ref row2, c + c2) - At(ref row1, c + c2), At(ref row2, c + c3) - At(ref row1, c + c3), ref transformed, c + (8 * c1), c1);
            StoreDifferences(
                At(ref row1, c) - At(ref row3, c), At(ref row1, c + c1) - At(ref row3, c + c1),
                At(ref row1, c + c2) - At(ref row3, c + c2), At(ref row1, c + c3) - At(ref row3, c + c3), ref transformed, c + (12 * c1), c1);
        }
    }

    /// <summary>Aᵀ·m·A of the 16 products of a tile, for a vector of filters.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="products">The first product; one lies behind the other with all their filters.</param>
    /// <param name="filters">How many filters there are, a multiple of 16.</param>
    /// <param name="lane">The first filter of the vector.</param>
    /// <param name="z00">The upper left result.</param>
    /// <param name="z01">The upper right result.</param>
    /// <param name="z10">The lower left result.</param>
    /// <param name="z11">The lower right result.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransformProducts<T>(ref T products, int filters, int lane, out Vector<T> z00, out Vector<T> z01, out Vector<T> z10, out Vector<T> z11)
    {
        var (m00, m10, m20, m30) = (At(ref products, lane), At(ref products, (4 * filters) + lane), At(ref products, (8 * filters) + lane), At(ref products, (12 * filters) + lane));
        var (upper0, lower0) = (m00 + m10 + m20, m10 - m20 - m30);
        var (m01, m11, m21, m31) = (At(ref products, filters + lane), At(ref products, (5 * filters) + lane), At(ref products, (9 * filters) + lane), At(ref products, (13 * filters) + lane));
        var (upper1, lower1) = (m01 + m11 + m21, m11 - m21 - m31);
        var (m02, m12, m22, m32) = (At(ref products, (2 * filters) + lane), At(ref products, (6 * filters) + lane), At(ref products, (10 * filters) + lane), At(ref products, (14 * filters) + lane));
        var (upper2, lower2) = (m02 + m12 + m22, m12 - m22 - m32);
        var (m03, m13, m23, m33) = (At(ref products, (3 * filters) + lane), At(ref products, (7 * filters) + lane), At(ref products, (11 * filters) + lane), At(ref products, (15 * filters) + lane));
        var (upper3, lower3) = (m03 + m13 + m23, m13 - m23 - m33);
        z00 = upper0 + upper1 + upper2;
        z01 = upper1 - upper2 - upper3;
        z10 = lower0 + lower1 + lower2;
        z11 = lower1 - lower2 - lower3;
    }

    /// <summary>G·w·Gᵀ of a window, for 16 filters whose numbers lie side by side.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="window">The number of the window's first row and column, for the first filter.</param>
    /// <param name="rowStride">From one row to the next, in numbers; negative where the window is walked backwards.</param>
    /// <param name="columnStride">From one column to the next, likewise.</param>
    /// <param name="transformed">The first of the 16 elements that are written.</param>
    /// <param name="stride">From one element to the next, in numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransformWindow<T>(ref T window, int rowStride, int columnStride, ref T transformed, int stride)
        where T : struct, INumberBase<T>
    {
        var half = new Vector<T>(T.One / (T.One + T.One));
        for (var lane = 0; lane < ParameterSegment.Block; lane += Vector<T>.Count)
        {
            var (w00, w01, w02) = (At(ref window, lane), At(ref window, columnStride + lane), At(ref window, (2 * columnStride) + lane));
            var (w10, w11, w12) = (At(ref window, rowStride + lane), At(ref window, rowStride + columnStride + lane), At(ref window, rowStride + (2 * columnStride) + lane));
            ref var lastRow = ref Unsafe.Add(ref window, 2 * rowStride);
            var (w20, w21, w22) = (At(ref lastRow, lane), At(ref lastRow, columnStride + lane), At(ref lastRow, (2 * columnStride) + lane));
            var (outer0, outer1, outer2) = (half * (w00 + w20), half * (w01 + w21), half * (w02 + w22));
            var (inner0, inner1, inner2) = (half * w10, half * w11, half * w12);
            StoreHalves(w00, w01, w02, half, ref transformed, lane, stride);
            StoreHalves(outer0 + inner0, outer1 + inner1, outer2 + inner2, half, ref transformed, lane + (4 * stride), stride);
            StoreHalves(outer0 - inner0, outer1 - inner1, outer2 - inner2, half, ref transformed, lane + (8 * stride), stride);
            StoreHalves(w20, w21, w22, half, ref transformed, lane + (12 * stride), stride);
        }
    }

    // A row of four, multiplied by B.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreDifferences<T>(Vector<T> e0, Vector<T> e1, Vector<T> e2, Vector<T> e3, ref T to, nuint place, nuint stride)
    {
        Vector.StoreUnsafe(e0 - e2, ref to, place);
        Vector.StoreUnsafe(e1 + e2, ref to, place + stride);
        Vector.StoreUnsafe(e2 - e1, ref to, place + (2 * stride));
        Vector.StoreUnsafe(e1 - e3, ref to, place + (3 * stride));
    }

    // A row of three, multiplied by Gᵀ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves<T>(Vector<T> w0, Vector<T> w1, Vector<T> w2, Vector<T> half, ref T to, int place, int stride)
    {
        var (outer, inner) = (half * (w0 + w2), half * w1);
        Vector.StoreUnsafe(w0, ref to, (nuint)place);
        Vector.StoreUnsafe(outer + inner, ref to, (nuint)(place + stride));
        Vector.StoreUnsafe(outer - inner, ref to, (nuint)(place + (2 * stride)));
        Vector.StoreUnsafe(w2, ref to, (nuint)(place + (3 * stride)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> At<T>(ref T from, nuint place) => Vector.LoadUnsafe(ref from, place);

    // Strides may be negative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> At<T>(ref T from, int place) => Vector.LoadUnsafe(ref Unsafe.Add(ref from, place));
}
