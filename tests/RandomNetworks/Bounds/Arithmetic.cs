namespace NetGen.RandomNetworks.Bounds;

/// <summary>The arithmetic of emitted code, as far as its errors depend on it.</summary>
/// <param name="Unit">The greatest relative error of one rounding.</param>
/// <param name="Tiny">The least positive number that has all its digits.</param>
/// <param name="Largest">A number beyond which emitted code may overflow.</param>
internal sealed record Arithmetic(double Unit, double Tiny, double Largest)
{
    /// <summary>By how many roundings a vectorised function such as the exponential may err.</summary>
    public const double FunctionRoundings = 8;

    /// <summary>What is left of 1 behind half of its digits: how near to zero numbers must be that are zero where all of them are.</summary>
    public double HalfOfDigits => System.Math.Sqrt(Unit);

    public static Arithmetic Single { get; } = new(1.0 / (1 << 24), 1.2e-38, 1e37);

    public static Arithmetic Double { get; } = new(1.0 / (1L << 53), 1e-300, 1e300);

    /// <summary>The bound of a number that was rounded so many times; none where it may have overflowed.</summary>
    public double Rounded(double value, double error, double roundings = 1)
    {
        var bound = error + (roundings * Unit * (System.Math.Abs(value) + error)) + Tiny;
        return System.Math.Abs(value) + bound < Largest ? bound : double.PositiveInfinity;
    }
}
