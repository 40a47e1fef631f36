using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests.Testing;

/// <summary>Assertions on what generator and analyzer say about a source.</summary>
internal static class Expect
{
    /// <summary>
    /// One diagnostic of the analyzer at each mark and no other, with the given id and, for the first, message; nothing from
    /// the generator, and nothing from the compiler: the user sees our error alone.
    /// </summary>
    public static void Diagnostic(string markedSource, string id, string? message = null)
    {
        var marked = MarkedSource.Parse(markedSource);
        Assert.NotEmpty(marked.Spans);
        var run = TestRun.Of(marked.Text);
        Assert.Equal(
            marked.Spans.Select(span => $"{id} at '{marked.Text.Substring(span.Start, span.Length)}' {span}"),
            run.Analyzer.Select(found => $"{found.Id} at '{marked.Text.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length)}' {found.Location.SourceSpan}"));
        if (message is not null)
        {
            Assert.Equal(message, run.Analyzer[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Empty(run.Generator);
        Assert.Empty(run.Compiler);
    }

    /// <summary>Neither generator, analyzer nor compiler has anything to say.</summary>
    public static TestRun Clean(params System.Collections.Generic.IEnumerable<string> sources)
    {
        var run = TestRun.Of(sources);
        Assert.Empty(run.Analyzer);
        Assert.Empty(run.Generator);
        Assert.Empty(run.Compiler);
        return run;
    }
}
