using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Incremental;

/// <summary>A project that is edited: which steps of the generator an edit runs again.</summary>
internal sealed class IncrementalRun
{
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public IncrementalRun(params IEnumerable<string> sources)
    {
        _compilation = TestCompilation.Create(sources);
        _driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        _driver = _driver.RunGenerators(_compilation);
    }

    /// <summary>The outputs of the steps with a name after the last run, and why each is there.</summary>
    public IReadOnlyList<(object Value, IncrementalStepRunReason Reason)> Outputs(string step) =>
        Result.TrackedSteps.TryGetValue(step, out var steps) ? steps.SelectMany(run => run.Outputs).ToArray() : [];

    public IEnumerable<IncrementalStepRunReason> Reasons(string step) => Outputs(step).Select(output => output.Reason);

    /// <summary>Why the generated files are there.</summary>
    public IEnumerable<IncrementalStepRunReason> FileReasons =>
        Result.TrackedOutputSteps.SelectMany(steps => steps.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    public IEnumerable<GeneratedSourceResult> Files => Result.GeneratedSources;

    /// <summary>Edits a file and runs the generator again.</summary>
    public void Edit(int file, Func<string, string> edit)
    {
        var tree = _compilation.SyntaxTrees[file];
        Run(_compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(edit(tree.ToString()), tree.FilePath)));
    }

    /// <summary>Adds a file and runs the generator again.</summary>
    public void Add(string source) => Run(_compilation.AddSyntaxTrees(TestCompilation.Parse(source, $"{_compilation.SyntaxTrees.Length}.cs")));

    /// <summary>Changes the project and runs the generator again.</summary>
    public void Run(CSharpCompilation compilation)
    {
        _compilation = compilation;
        _driver = _driver.RunGenerators(compilation);
    }

    public CSharpCompilation Compilation => _compilation;

    private GeneratorRunResult Result => _driver.GetRunResult().Results[0];
}
