using System.Globalization;

namespace NetGen;

/// <summary>What the magic number of an IDX file has to say.</summary>
/// <param name="Type">The type of the numbers.</param>
/// <param name="Axes">How many axes there are.</param>
/// <param name="Meaning">What the axes stand for, in words.</param>
internal sealed record IdxForm(IdxElementType Type, int Axes, string Meaning)
{
    public bool Fits(IdxElementType type, int axes) => type == Type && axes == Axes;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"0x0000{(int)Type:X2}{Axes:X2} ({Type} values, {Axes} {(Axes == 1 ? "axis" : "axes")}: {Meaning})");
}
