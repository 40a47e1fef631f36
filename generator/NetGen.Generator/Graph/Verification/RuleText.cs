using System.Runtime.CompilerServices;
using System.Text;

namespace NetGen.Generator.Graph;

/// <summary>
/// An interpolated string that is put together only where a rule does not hold. Every rule is checked for every value after
/// every pass, and the text of a large expression is long.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct RuleText
{
    private readonly StringBuilder? _text;

    /// <param name="literalLength">The length of the fixed parts.</param>
    /// <param name="formattedCount">How many parts are formatted.</param>
    /// <param name="holds">Whether the rule holds: then the parts are not even computed.</param>
    /// <param name="isNeeded">Whether the parts are wanted.</param>
    public RuleText(int literalLength, int formattedCount, bool holds, out bool isNeeded)
    {
        isNeeded = !holds;
        _text = isNeeded ? new StringBuilder(literalLength + (16 * formattedCount)) : null;
    }

    public void AppendLiteral(string text) => _text!.Append(text);

    public void AppendFormatted<T>(T value) => _text!.Append(value);

    public override string ToString() => _text?.ToString() ?? string.Empty;
}
