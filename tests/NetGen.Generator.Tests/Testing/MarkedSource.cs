using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests.Testing;

/// <summary>A source text in which <c>[|</c> and <c>|]</c> mark the places where diagnostics are expected.</summary>
internal sealed record MarkedSource(string Text, IReadOnlyList<TextSpan> Spans)
{
    private const string Open = "[|";
    private const string Close = "|]";

    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var position = 0;
        for (var open = marked.IndexOf(Open, StringComparison.Ordinal); open >= 0; open = marked.IndexOf(Open, position, StringComparison.Ordinal))
        {
            var close = marked.IndexOf(Close, open, StringComparison.Ordinal);
            text.Append(marked, position, open - position);
            var start = text.Length;
            text.Append(marked, open + Open.Length, close - open - Open.Length);
            spans.Add(TextSpan.FromBounds(start, text.Length));
            position = close + Close.Length;
        }

        return new MarkedSource(text.Append(marked, position, marked.Length - position).ToString(), spans);
    }
}
