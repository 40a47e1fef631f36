using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Testing;

/// <summary>What a build with generator and analyzer gives.</summary>
/// <param name="Compilation">The sources and the generated files.</param>
/// <param name="Generated">The generated files.</param>
/// <param name="Generator">What the generator reported.</param>
/// <param name="Analyzer">What the analyzer reported, in the order of the source.</param>
internal sealed record TestRun(
    Compilation Compilation,
    ImmutableArray<GeneratedSourceResult> Generated,
    ImmutableArray<Diagnostic> Generator,
    ImmutableArray<Diagnostic> Analyzer)
{
    /// <summary>The errors and warnings of the C# compiler itself.</summary>
    public IEnumerable<Diagnostic> Compiler =>
        Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);

    /// <summary>Runs both over sources.</summary>
    public static TestRun Of(params IEnumerable<string> sources) => Of(TestCompilation.Create(sources));

    /// <summary>Runs both over a compilation, where given under properties of the build.</summary>
    public static TestRun Of(CSharpCompilation compilation, BuildProperties? properties = null)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            optionsProvider: properties);
        var result = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported).GetRunResult().Results[0];
        var analysis = output.WithAnalyzers([new NetworkAnalyzer()]);
        var found = analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return new TestRun(
            output,
            result.GeneratedSources,
            reported,
            [.. found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath).ThenBy(diagnostic => diagnostic.Location.SourceSpan)]);
    }
}
