namespace NetGen.Samples.Digits.Reports;

/// <summary>An image of grey values from 0 (background) to 1.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Values">The values, row by row.</param>
internal sealed record GreyImage(int Width, float[] Values)
{
    /// <summary>Its height in pixels.</summary>
    public int Height => Values.Length / Width;

    /// <summary>The value of a pixel; background outside of the image.</summary>
    public float this[int row, int column] =>
        row >= 0 && row < Height && column >= 0 && column < Width ? Values[(row * Width) + column] : 0;
}
