using System.IO;
using System.Runtime.CompilerServices;

namespace NetGen.PlantedFaults;

/// <summary>The repository that this program was built from.</summary>
internal static class Repository
{
    /// <summary>The full path of its root.</summary>
    public static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
