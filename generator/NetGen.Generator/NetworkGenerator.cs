using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator;

/// <summary>Adds to every class with <c>[Network]</c> the code of its network.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The steps by name, for tests of what an edit runs again.</summary>
    internal const string DeclarationStep = "Declaration";

    internal const string SourceStep = "Source";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownTypes.NetworkAttribute, static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax, Read)
            .WithTrackingName(DeclarationStep)
            .Where(static declaration => declaration is not null)
            .Select(static (declaration, _) => declaration!);
        var clashes = declarations
            .Select(static (declaration, _) => GeneratedFiles.HintName(declaration.Type))
            .Collect()
            .Select(static (names, _) => Clashes(names));
        var sources = declarations
            .Select(static (declaration, _) => (Type: declaration.Type, Network: NetworkCompiler.Compile(declaration)))
            .WithTrackingName(SourceStep);
        var analyzersAreOff = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => AnalyzerSwitch.IsOff(options.GlobalOptions));

        context.RegisterSourceOutput(
            sources.Combine(clashes).Combine(analyzersAreOff),
            static (output, item) => Add(output, item.Left.Left.Type, item.Left.Left.Network, item.Left.Right, item.Right));
    }

    private static NetworkDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        context.TargetSymbol is INamedTypeSymbol type
            ? DeclarationReader.Read(type, context.TargetNode, context.SemanticModel.Compilation, cancellation)
            : null;

    /// <summary>The file names of which there are several, for the compiler does not tell upper from lower case.</summary>
    private static EquatableArray<string> Clashes(IEnumerable<string> names) =>
        new(names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key));

    private static void Add(
        SourceProductionContext output, TypeDeclaration type, CompiledNetwork network, EquatableArray<string> clashes, bool analyzersAreOff)
    {
        if (network.Source.Length > 0)
        {
            var clash = clashes.Contains(network.HintName, StringComparer.OrdinalIgnoreCase);
            var name = clash ? GeneratedFiles.Distinct(network.HintName, type) : network.HintName;
            output.AddSource(name, SourceText.From(network.Source, Encoding.UTF8));
        }

        foreach (var error in network.LateErrors.Concat(analyzersAreOff ? network.Errors : EquatableArray<DeclarationError>.Empty))
        {
            output.ReportDiagnostic(GeneratorDiagnostic.Of(error, type));
        }
    }
}
