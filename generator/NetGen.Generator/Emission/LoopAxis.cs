using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Emission;

/// <summary>One axis of an iteration: its size, or the number of samples times it.</summary>
internal sealed record LoopAxis(long Size, bool OverSamples)
{
    /// <summary>What the sample axis counts.</summary>
    public string Samples { get; init; } = SampleCount.OfSamples;

    /// <summary>Whether it stays a loop of its own.</summary>
    public bool IsApart { get; init; }

    /// <summary>The C# text of the number of steps.</summary>
    public string Count => !OverSamples ? Number(Size) : Size == 1 ? Samples : $"{Samples} * {Number(Size)}";

    public static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>How one operand moves along the axes of an iteration: elements per step.</summary>
internal sealed class AxisStrides
{
    public AxisStrides(IEnumerable<long> strides) => Strides = strides.ToList();

    public List<long> Strides { get; }

    public long Inner => Strides.Count == 0 ? 0 : Strides[Strides.Count - 1];

    public bool IsConstant => Strides.All(stride => stride == 0);
}
