namespace NetGen.Samples.Digits.Glyphs;

/// <summary>One way to write a digit.</summary>
/// <param name="Strokes">The movements of the pen.</param>
internal sealed record Glyph(params Stroke[] Strokes);
