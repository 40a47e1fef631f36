namespace NetGen.Samples.Digits.Sources;

/// <summary>
/// What another hand might have done to a digit: small moves, turns, slants and sizes, and a warp as Simard, Steinkraus and Platt, 2003, use
/// for digits. Digits are not mirrored, for a mirrored 2 is none.
/// </summary>
internal static class DigitsAugmentation
{
    public static ImagePipeline Pipeline { get; } = new ImagePipeline().Shift(2, 2).Rotate(10).Scale(0.9, 1.1).Shear(0.15).Warp(24, 4);
}
