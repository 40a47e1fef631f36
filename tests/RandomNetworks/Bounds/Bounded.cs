using System;

namespace NetGen.RandomNetworks.Bounds;

/// <summary>A number as the reference has it, and how far a program that rounds may be from it; infinitely far where anything may come out.</summary>
internal readonly record struct Bounded(double Value, double Error)
{
    public double Low => Value - Error;

    public double High => Value + Error;

    /// <summary>The greatest absolute value.</summary>
    public double Greatest => Math.Abs(Value) + Error;

    /// <summary>The least absolute value.</summary>
    public double Least => Math.Max(0, Math.Abs(Value) - Error);

    /// <summary>Whether anything is known of the number.</summary>
    public bool IsKnown => double.IsFinite(Value) && double.IsFinite(Error);

    public static Bounded Unknown(double value) => new(value, double.PositiveInfinity);
}
