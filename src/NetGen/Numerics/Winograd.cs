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
/// Differentiated as it stands it gives the gradient of the window: Gᵀ·[Σ (A·g·Aᵀ) ⊙ (Bᵀ·d·B)]·G over all tiles, where g is the gradient of a tile's 2×2 results.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Winograd
{
    /// <summary>Bᵀ·d·B of a tile, for each of its channels.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="tile">The first of 4×4 elements, of which those of one row follow each other with all their channels.</param>
    /// <param name="rowStride">From one row to the next, in numbers.</param>
    /// <param name="channels">How many channels there are, a multiple of 16.</param>
    /// <param name="transformed">The first of the 4×4 elements that are written; those of a row lie one behind the other, each with all its channels.</param>
    /// <param name="rowStep">From one row of them to the next, in numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransformTile<T>(ref T tile, int rowStride, int channels, ref T transformed, int rowStep)
    {
        for (var c = 0; c < channels; c += Vector<T>.Count)
        {
            TransformVector(ref Unsafe.Add(ref tile, c), (nuint)rowStride, (nuint)channels, ref Unsafe.Add(ref transformed, c), (nuint)rowStep, (nuint)channels);
        }
    }

    /// <summary>Bᵀ·d·B of a tile, for 16 of its channels.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="tile">The first of 4×4 elements, for the first of the channels.</param>
    /// <param name="rowStride">From one row to the next, in numbers.</param>
    /// <param name="columnStride">From one column to the next, in numbers.</param>
    /// <param name="transformed">The first of the 4×4 elements that are written; those of a row lie one behind the other, each with its 16 channels.</param>
    /// <param name="rowStep">From one row of them to the next, in numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransformTilePanel<T>(ref T tile, int rowStride, int columnStride, ref T transformed, int rowStep)
    {
        for (var c = 0; c < ParameterSegment.Block; c += Vector<T>.Count)
        {
            TransformVector(ref Unsafe.Add(ref tile, c), (nuint)rowStride, (nuint)columnStride, ref Unsafe.Add(ref transformed, c), (nuint)rowStep, ParameterSegment.Block);
        }
    }

    /// <summary>A·g·Aᵀ of a tile of 2×2 elements of a gradient, for each of its filters.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="tile">The first of 2×2 elements, of which those of one row follow each other with all their filters.</param>
    /// <param name="rowStride">From one row to the next, in numbers.</param>
    /// <param name="filters">How many filters there are, a multiple of 16.</param>
    /// <param name="transformed">The first of the 4×4 elements that are written; those of a row lie one behind the other, each with all its filters.</param>
    /// <param name="rowStep">From one row of them to the next, in numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransformGradient<T>(ref T tile, int rowStride, int filters, ref T transformed, int rowStep)
    {
        var (next, step) = ((nuint)filters, (nuint)rowStep);
        ref var row1 = ref Unsafe.Add(ref tile, rowStride);
        for (nuint o = 0; o < next; o += (nuint)Vector<T>.Count)
        {
            var (g00, g01, g10, g11) = (At(ref tile, o), At(ref tile, o + next), At(ref row1, o), At(ref row1, o + next));
            StoreSums(g00, g01, ref transformed, o, next);
            StoreSums(g00 + g10, g01 + g11, ref transformed, o + step, next);
            StoreSums(g00 - g10, g01 - g11, ref transformed, o + (2 * step), next);
            StoreSums(-g10, -g11, ref transformed, o + (3 * step), next);
        }
    }

    /// <summary>Gᵀ·m·G of the 16 sums of products of a window, added up over four parts, for 16 filters.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="sums">The first sum of the first part; one lies behind the other with all their filters.</param>
    /// <param name="filters">How many filters there are.</param>
    /// <param name="partStride">From one part to the next, in numbers.</param>
    /// <param name="window">The first of the 3×3 numbers that are written, for the first of the 16 filters, which lie side by side.</param>
    /// <param name="rowStride">From one row of the window to the next, in numbers; negative where the window is walked backwards.</param>
    /// <param name="columnStride">From one column to the next, likewise.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransformSums<T>(ref T sums, int filters, int partStride, ref T window, int rowStride, int columnStride)
        where T : struct, INumberBase<T>
    {
        var half = new Vector<T>(T.One / (T.One + T.One));
        for (var lane = 0; lane < ParameterSegment.Block; lane += Vector<T>.Count)
        {
            // Gᵀ·m, a column after the other.
            var (upper0, middle0, lower0) = Collect(ref sums, lane, filters, partStride, half);
            var (upper1, middle1, lower1) = Collect(ref sums, lane + filters, filters, partStride, half);
            var (upper2, middle2, lower2) = Collect(ref sums, lane + (2 * filters), filters, partStride, half);
            var (upper3, middle3, lower3) = Collect(ref sums, lane + (3 * filters), filters, partStride, half);
            StoreWindow(upper0, upper1, upper2, upper3, half, ref window, lane, columnStride);
            StoreWindow(middle0, middle1, middle2, middle3, half, ref window, lane + rowStride, columnStride);
            StoreWindow(lower0, lower1, lower2, lower3, half, ref window, lane + (2 * rowStride), columnStride);
        }
    }

    /// <summary>Aᵀ·m·A of the 16 products of a tile, for a vector of filters.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="products">The first product; those of a row lie one behind the other, each with all its filters.</param>
    /// <param name="filters">How many filters there are, a multiple of 16.</param>
    /// <param name="rowStep">From one row of products to the next, in numbers.</param>
    /// <param name="lane">The first filter of the vector.</param>
    /// <param name="z00">The upper left result.</param>
    /// <param name="z01">The upper right result.</param>
    /// <param name="z10">The lower left result.</param>
    /// <param name="z11">The lower right result.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TransformProducts<T>(
        ref T products, int filters, int rowStep, int lane, out Vector<T> z00, out Vector<T> z01, out Vector<T> z10, out Vector<T> z11)
    {
        ref var row1 = ref Unsafe.Add(ref products, rowStep);
        ref var row2 = ref Unsafe.Add(ref row1, rowStep);
        ref var row3 = ref Unsafe.Add(ref row2, rowStep);
        var (upper0, lower0) = Collect(ref products, ref row1, ref row2, ref row3, lane);
        var (upper1, lower1) = Collect(ref products, ref row1, ref row2, ref row3, lane + filters);
        var (upper2, lower2) = Collect(ref products, ref row1, ref row2, ref row3, lane + (2 * filters));
        var (upper3, lower3) = Collect(ref products, ref row1, ref row2, ref row3, lane + (3 * filters));
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

    // Bᵀ·d·B for a vector of channels. The elements are read twice: all that lies between the two products would not stay in 16 registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransformVector<T>(ref T row0, nuint rowStride, nuint c1, ref T to, nuint rowStep, nuint step)
    {
        ref var row1 = ref Unsafe.Add(ref row0, rowStride);
        ref var row2 = ref Unsafe.Add(ref row1, rowStride);
        ref var row3 = ref Unsafe.Add(ref row2, rowStride);
        var (c2, c3) = (2 * c1, 3 * c1);
        StoreDifferences(
            At(ref row0, 0) - At(ref row2, 0), At(ref row0, c1) - At(ref row2, c1),
            At(ref row0, c2) - At(ref row2, c2), At(ref row0, c3) - At(ref row2, c3), ref to, 0, step);
        StoreDifferences(
            At(ref row1, 0) + At(ref row2, 0), At(ref row1, c1) + At(ref row2, c1),
            At(ref row1, c2) + At(ref row2, c2), At(ref row1, c3) + At(ref row2, c3), ref to, rowStep, step);
        StoreDifferences(
            At(ref row2, 0) - At(ref row1, 0), At(ref row2, c1) - At(ref row1, c1),
            At(ref row2, c2) - At(ref row1, c2), At(ref row2, c3) - At(ref row1, c3), ref to, 2 * rowStep, step);
        StoreDifferences(
            At(ref row1, 0) - At(ref row3, 0), At(ref row1, c1) - At(ref row3, c1),
            At(ref row1, c2) - At(ref row3, c2), At(ref row1, c3) - At(ref row3, c3), ref to, 3 * rowStep, step);
    }

    // A row of two, multiplied by Aᵀ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreSums<T>(Vector<T> g0, Vector<T> g1, ref T to, nuint place, nuint stride)
    {
        Vector.StoreUnsafe(g0, ref to, place);
        Vector.StoreUnsafe(g0 + g1, ref to, place + stride);
        Vector.StoreUnsafe(g0 - g1, ref to, place + (2 * stride));
        Vector.StoreUnsafe(-g1, ref to, place + (3 * stride));
    }

    // A column of four products, multiplied by Aᵀ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<T> Upper, Vector<T> Lower) Collect<T>(ref T row0, ref T row1, ref T row2, ref T row3, int place)
    {
        var (m0, m1, m2, m3) = (At(ref row0, place), At(ref row1, place), At(ref row2, place), At(ref row3, place));
        return (m0 + m1 + m2, m1 - m2 - m3);
    }

    // A column of four sums, multiplied by Gᵀ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<T> Upper, Vector<T> Middle, Vector<T> Lower) Collect<T>(ref T sums, int place, int filters, int partStride, Vector<T> half)
    {
        var (m0, m1) = (OfParts(ref sums, place, partStride), half * OfParts(ref sums, place + (4 * filters), partStride));
        var (m2, m3) = (half * OfParts(ref sums, place + (8 * filters), partStride), OfParts(ref sums, place + (12 * filters), partStride));
        return (m0 + (m1 + m2), m1 - m2, m1 + m2 + m3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> OfParts<T>(ref T sums, int place, int partStride) =>
        At(ref sums, place) + At(ref sums, place + partStride) + (At(ref sums, place + (2 * partStride)) + At(ref sums, place + (3 * partStride)));

    // A row of four, multiplied by G.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreWindow<T>(Vector<T> r0, Vector<T> r1, Vector<T> r2, Vector<T> r3, Vector<T> half, ref T to, int place, int stride)
    {
        var (outer, inner) = (half * (r1 + r2), half * (r1 - r2));
        Vector.StoreUnsafe(r0 + outer, ref Unsafe.Add(ref to, place));
        Vector.StoreUnsafe(inner, ref Unsafe.Add(ref to, place + stride));
        Vector.StoreUnsafe(outer + r3, ref Unsafe.Add(ref to, place + (2 * stride)));
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
