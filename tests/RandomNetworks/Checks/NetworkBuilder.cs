using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Emission;
using NetGen.Generator.Layers;
using NetGen.Generator.Planning;
using NetGen.RandomNetworks.Declarations;
using NetGen.Testing;

namespace NetGen.RandomNetworks.Checks;

/// <summary>Runs generator, analyzer and compiler over a declaration, and looks at all they say.</summary>
internal static class NetworkBuilder
{
    private const string GuardedNamespace = "Guarded";

    /// <summary>The network as code, or null where the compiler gave a diagnostic.</summary>
    /// <param name="network">The network.</param>
    /// <param name="apart">Whether the class with guards has its samples one after the other, where that of the user has them in groups.</param>
    /// <param name="extreme">Whether the class with guards takes its samples as few at a time as can be, where that of the user takes all, and tiles are as wide as can be.</param>
    /// <exception cref="CheckFailedException">Something threw, the code does not compile without warnings, or a network is refused that was right when it was written.</exception>
    public static BuiltNetwork? Build(RandomNetwork network, bool apart = false, bool extreme = false)
    {
        var compilation = TestCompilation.Create(network.Text);
        var errors = Analyze(compilation);
        var generated = Generate(compilation, out var lateErrors);
        errors.AddRange(lateErrors);
        var read = Read(compilation, network);
        ReadingCheck.Run(network.Declaration, read);
        var model = NetworkCompiler.Check(read).Model;
        CheckAgreement(NetworkCompiler.Check(network.Declaration).Errors, errors);
        if (errors.Count > 0)
        {
            CheckErrors(errors, compilation.SyntaxTrees.Single());
            CheckCompiler(generated.GetDiagnostics());
            return null;
        }

        if (model is null)
        {
            CheckFailedException.Throw("diagnostics", "The generator finds the declaration wrong, but there is no diagnostic.");
        }

        return Load(compilation, generated, model!, apart, extreme);
    }

    /// <summary>The errors of the analyzer.</summary>
    private static List<Diagnostic> Analyze(Compilation compilation)
    {
        var found = compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        if (found.FirstOrDefault(diagnostic => diagnostic.Id is "AD0001" or DiagnosticIds.InternalError) is { } thrown)
        {
            CheckFailedException.Throw("exception", $"The analyzer failed: {thrown}", thrown.Id);
        }

        return [.. found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    private static Compilation Generate(Compilation compilation, out ImmutableArray<Diagnostic> errors)
    {
        var driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out errors);
        if (driver.GetRunResult().Results[0].Exception is { } exception)
        {
            CheckFailedException.Throw("exception", $"The generator threw {exception}", exception.GetType().Name);
        }

        return generated;
    }

    private static NetworkDeclaration Read(Compilation compilation, RandomNetwork network)
    {
        var type = compilation.GetTypeByMetadataName(network.Place.MetadataName)!;
        return DeclarationReader.Read(NetworkSymbol.Find(type, CancellationToken.None)!, compilation, CancellationToken.None);
    }

    /// <summary>
    /// What the text says is what the writer meant: a network is refused if and only if the compiler refused it while it was
    /// written. Otherwise networks that are right could be refused, and nobody would see that they are never run.
    /// </summary>
    private static void CheckAgreement(IReadOnlyList<DeclarationError> expected, List<Diagnostic> found)
    {
        if (expected.Count == 0 && found.Count > 0)
        {
            CheckFailedException.Throw("diagnostics", $"The network is right as it was written, but the compiler says: {found[0]}", found[0].Id);
        }

        if (expected.Count > 0 && found.Count == 0)
        {
            CheckFailedException.Throw("diagnostics", $"The network is wrong as it was written, {expected[0]}, but there is no diagnostic.", expected[0].Id);
        }
    }

    /// <summary>Each error is at a place in the declaration, and none is the compiler's own fault.</summary>
    private static void CheckErrors(List<Diagnostic> errors, SyntaxTree declaration)
    {
        if (errors.Find(error => error.Id == DiagnosticIds.InternalError) is { } fault)
        {
            CheckFailedException.Throw("exception", fault.ToString(), fault.Id);
        }

        if (errors.Find(error => error.Location.SourceTree != declaration) is { } lost)
        {
            CheckFailedException.Throw("diagnostics", $"An error has no place in the source: {lost}", lost.Id);
        }
    }

    private static void CheckCompiler(IEnumerable<Diagnostic> diagnostics)
    {
        var said = diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed).Take(5).ToArray();
        if (said.Length > 0)
        {
            CheckFailedException.Throw("compiler", string.Join('\n', said.Select(diagnostic => diagnostic.ToString())), said[0].Id);
        }
    }

    private static bool HasGroups(NetworkPlan plan) => new[] { plan.Prediction, plan.Pass, plan.Evaluation, plan.Training }.Any(program => program is { HasGroups: true });

    private static BuiltNetwork Load(Compilation source, Compilation generated, NetworkModel model, bool apart, bool extreme)
    {
        var type = model.Declaration.Type;

        // The class with guards stands alone: own methods are in the model, not in the text.
        var guardedModel = ModelBuilder.Build(model.Declaration with
        {
            Type = type with { Namespace = GuardedNamespace, MetadataName = $"{GuardedNamespace}.{RandomNetwork.ClassName}", Containers = default },
        });
        var guardedPlan = NetworkPlan.Of(guardedModel, guarded: true, extreme: extreme);
        var isApart = apart && HasGroups(guardedPlan);
        if (isApart)
        {
            guardedPlan = NetworkPlan.Of(guardedModel, guarded: true, apart: true, extreme);
        }

        var whole = generated.AddSyntaxTrees(
            TestCompilation.Parse(NetworkEmitter.Emit(guardedPlan), "Guarded.g.cs"),
            TestCompilation.Parse($"namespace {GuardedNamespace}; internal sealed partial class {RandomNetwork.ClassName};", "Guarded.cs"));
        using var file = new MemoryStream();
        CheckCompiler(whole.Emit(file).Diagnostics);
        file.Position = 0;
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        var assembly = context.LoadFromStream(file);
        return new BuiltNetwork(
            context,
            source,
            model,
            assembly.GetType(type.MetadataName, throwOnError: true)!,
            assembly.GetType($"{GuardedNamespace}.{RandomNetwork.ClassName}", throwOnError: true)!,
            guardedPlan,
            isApart);
    }
}
