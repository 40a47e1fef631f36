namespace NetGen;

/// <summary>What bytes stand for: the byte b for the number b · <paramref name="Scale"/> + <paramref name="Offset"/>.</summary>
/// <param name="Scale">The factor.</param>
/// <param name="Offset">The number that the byte 0 stands for.</param>
public readonly record struct ByteScale(double Scale, double Offset = 0)
{
    /// <summary>The byte itself.</summary>
    public static ByteScale One { get; } = new(1);

    /// <summary>From 0 for the byte 0 to 1 for the byte 255, as pixels are usually given.</summary>
    public static ByteScale UnitInterval { get; } = new(1.0 / 255);

    /// <summary>From −1 for the byte 0 to 1 for the byte 255.</summary>
    public static ByteScale Symmetric { get; } = new(2.0 / 255, -1);
}
