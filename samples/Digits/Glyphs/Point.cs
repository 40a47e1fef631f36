namespace NetGen.Samples.Digits.Glyphs;

/// <summary>A point of the plane, x to the right and y downwards.</summary>
internal readonly record struct Point(double X, double Y);
