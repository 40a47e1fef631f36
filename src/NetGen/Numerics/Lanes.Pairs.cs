using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

// Neighbours two by two: what windows of two elements along the lanes are reduced by.
public static partial class Lanes
{
    // Of lanes of each half: even or odd places of the low vector, then of the high one; and the quarters in order.
    private const byte EvenOfFour = 0b10_00_10_00;
    private const byte OddOfFour = 0b11_01_11_01;
    private const byte MiddleQuartersExchanged = 0b11_01_10_00;

    /// <summary>0 + x₀ + x₁ of each pair of neighbours in two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> SumOfPairs(Vector<float> low, Vector<float> high) => Vector<float>.Zero + Even(low, high) + Odd(low, high);

    /// <inheritdoc cref="SumOfPairs(Vector{float}, Vector{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> SumOfPairs(Vector<double> low, Vector<double> high) => Vector<double>.Zero + Even(low, high) + Odd(low, high);

    /// <summary>0 + x₀ + x₁, as a lane of <see cref="SumOfPairs(Vector{float}, Vector{float})"/>.</summary>
    public static float SumOfPairs(float first, float second) => 0f + first + second;

    /// <inheritdoc cref="SumOfPairs(float, float)"/>
    public static double SumOfPairs(double first, double second) => 0d + first + second;

    /// <summary>The greater of each pair of neighbours in two vectors; NaN where one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MaximumOfPairs(Vector<float> low, Vector<float> high) => Vector.Max(Even(low, high), Odd(low, high));

    /// <inheritdoc cref="MaximumOfPairs(Vector{float}, Vector{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> MaximumOfPairs(Vector<double> low, Vector<double> high) => Vector.Max(Even(low, high), Odd(low, high));

    /// <summary>The greater of two, as a lane of <see cref="MaximumOfPairs(Vector{float}, Vector{float})"/>.</summary>
    public static float MaximumOfPairs(float first, float second) => float.Max(first, second);

    /// <inheritdoc cref="MaximumOfPairs(float, float)"/>
    public static double MaximumOfPairs(double first, double second) => double.Max(first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Even(Vector<float> low, Vector<float> high) =>
        Vector<float>.Count == 8 && Avx2.IsSupported ? InOrder(Avx.Shuffle(low.AsVector256(), high.AsVector256(), EvenOfFour).AsDouble()).AsSingle().AsVector()
        : Vector<float>.Count == 4 && Sse.IsSupported ? Sse.Shuffle(low.AsVector128(), high.AsVector128(), EvenOfFour).AsVector()
        : Vector<float>.Count == 4 && AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipEven(low.AsVector128(), high.AsVector128()).AsVector()
        : EverySecond(low, high, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Odd(Vector<float> low, Vector<float> high) =>
        Vector<float>.Count == 8 && Avx2.IsSupported ? InOrder(Avx.Shuffle(low.AsVector256(), high.AsVector256(), OddOfFour).AsDouble()).AsSingle().AsVector()
        : Vector<float>.Count == 4 && Sse.IsSupported ? Sse.Shuffle(low.AsVector128(), high.AsVector128(), OddOfFour).AsVector()
        : Vector<float>.Count == 4 && AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipOdd(low.AsVector128(), high.AsVector128()).AsVector()
        : EverySecond(low, high, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Even(Vector<double> low, Vector<double> high) =>
        Vector<double>.Count == 4 && Avx2.IsSupported ? InOrder(Avx.UnpackLow(low.AsVector256(), high.AsVector256())).AsVector()
        : Vector<double>.Count == 2 && Sse2.IsSupported ? Sse2.UnpackLow(low.AsVector128(), high.AsVector128()).AsVector()
        : Vector<double>.Count == 2 && AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipEven(low.AsVector128(), high.AsVector128()).AsVector()
        : EverySecond(low, high, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Odd(Vector<double> low, Vector<double> high) =>
        Vector<double>.Count == 4 && Avx2.IsSupported ? InOrder(Avx.UnpackHigh(low.AsVector256(), high.AsVector256())).AsVector()
        : Vector<double>.Count == 2 && Sse2.IsSupported ? Sse2.UnpackHigh(low.AsVector128(), high.AsVector128()).AsVector()
        : Vector<double>.Count == 2 && AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.UnzipOdd(low.AsVector128(), high.AsVector128()).AsVector()
        : EverySecond(low, high, 1);

    private static Vector256<double> InOrder(Vector256<double> quarters) => Avx2.Permute4x64(quarters, MiddleQuartersExchanged);

    // On machines with vectors of another width, element by element.
    private static Vector<T> EverySecond<T>(Vector<T> low, Vector<T> high, int first)
        where T : unmanaged
    {
        var result = Vector<T>.Zero;
        ref var lanes = ref Unsafe.As<Vector<T>, T>(ref result);
        for (var i = 0; i < Vector<T>.Count; i++)
        {
            var place = (2 * i) + first;
            Unsafe.Add(ref lanes, i) = place < Vector<T>.Count ? low[place] : high[place - Vector<T>.Count];
        }

        return result;
    }
}
