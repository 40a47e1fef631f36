using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Declarations;

namespace NetGen.Generator.Diagnostics;

/// <summary>An error as the generator reports it where no analyzer runs: without a place, and so with the name of the class.</summary>
internal static class GeneratorDiagnostic
{
    public static Diagnostic Of(DeclarationError error, TypeDeclaration type)
    {
        var descriptor = Descriptors.Of(error.Id);
        return Diagnostic.Create(
            descriptor.Id,
            descriptor.Category,
            $"{type.MetadataName}: {ErrorText.Of(error)}",
            descriptor.DefaultSeverity,
            descriptor.DefaultSeverity,
            isEnabledByDefault: true,
            warningLevel: 0,
            descriptor.Title,
            descriptor.Description,
            descriptor.HelpLinkUri,
            Location.None,
            additionalLocations: null,
            descriptor.CustomTags,
            ImmutableDictionary<string, string?>.Empty);
    }
}
