using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Diagnostics;

/// <summary>
/// Whether a build leaves analyzers out, by the same properties and the same rule as the compiler's own targets
/// (_ComputeSkipAnalyzers). The package makes the properties visible in build/NetGen.props.
/// </summary>
internal static class AnalyzerSwitch
{
    public static bool IsOff(AnalyzerConfigOptions options)
    {
        bool Is(string property, string value) =>
            options.TryGetValue("build_property." + property, out var found) && string.Equals(found, value, StringComparison.OrdinalIgnoreCase);

        bool IsSet(string property) => options.TryGetValue("build_property." + property, out var found) && found.Length > 0;

        // In a design-time build the editor runs the analyzers unless they are switched off altogether.
        return Is("RunAnalyzers", "false")
            || (!Is("DesignTimeBuild", "true")
                && !IsSet("RunAnalyzers")
                && (Is("RunAnalyzersDuringBuild", "false") || IsImplicitBuild(Is)));
    }

    // A build that the editor starts before it runs something.
    private static bool IsImplicitBuild(Func<string, string, bool> isValue) =>
        isValue("IsImplicitlyTriggeredBuild", "true")
        && !isValue("OptimizeImplicitlyTriggeredBuild", "false")
        && (!isValue("TreatWarningsAsErrors", "true") || isValue("OptimizeImplicitlyTriggeredBuild", "true"));
}
