using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Layers;

namespace NetGen.Generator;

/// <summary>
/// Reports what is wrong with the declaration of a network at the very argument. It runs the cheap stages of the
/// generator again, because the generator's own cached values hold no places in the source.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class)
        {
            return;
        }

        try
        {
            if (NetworkSymbol.Find(type, context.CancellationToken) is { } network)
            {
                Check(network, context);
            }
            else
            {
                CheckStrayLayers(type, context);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var error = InternalError.From(exception);
            Report(context, error, type.Locations.FirstOrDefault() ?? Location.None);
        }
    }

    private static void Check(NetworkSymbol network, SymbolAnalysisContext context)
    {
        var declaration = DeclarationReader.Read(network, context.Compilation, context.CancellationToken);
        var (model, errors) = NetworkCompiler.Check(declaration);
        foreach (var error in model is null ? errors : DeclarationWarnings.Of(model))
        {
            Report(context, error, ErrorLocator.Locate(network, error, context.CancellationToken), Construct(network, declaration, error, context));
        }
    }

    // What an own method holds that cannot be read: the editor leads there from the attribute.
    private static Location? Construct(NetworkSymbol network, NetworkDeclaration declaration, DeclarationError error, SymbolAnalysisContext context) =>
        error.Id == DiagnosticIds.UnreadableFunction && declaration.Layers[error.Layer] is { Function: { } function } layer
            ? FunctionReader.Failure(
                network.Type, function.Method, LayerCatalogue.Kinds[layer.Kind].Function!.Value.Parameters, context.Compilation, context.CancellationToken)
            : null;

    private static void CheckStrayLayers(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        var layers = NetworkSymbol.LayersOf(type, part: null, context.CancellationToken);
        if (layers.Count > 0 && !NetworkSymbol.HasUnknownAttributes(type))
        {
            var error = DeclarationError.OfClass(DiagnosticIds.LayersWithoutNetwork, type.Name);
            Report(context, error, layers[0].ApplicationSyntaxReference!.GetSyntax(context.CancellationToken).GetLocation());
        }
    }

    private static void Report(SymbolAnalysisContext context, DeclarationError error, Location location, Location? construct = null) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.Of(error.Id), location, construct is null ? null : new[] { construct }, error.MessageArguments.ToArray<object>()));
}
