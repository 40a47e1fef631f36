using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Declarations;

/// <summary>The names of the generated files.</summary>
internal static class GeneratedFiles
{
    private const string Ending = ".g.cs";

    // Room for a directory before it: file systems end at 255 bytes for a name, and a letter may take three.
    private const int MaximumLength = 64;

    private static readonly string Folder = typeof(NetworkGenerator).FullName;

    /// <summary>Whether this generator made the file; the compiler puts it into a folder named after the generator.</summary>
    public static bool IsGenerated(SyntaxTree tree)
    {
        var parts = tree.FilePath.Split('/', '\\');
        return parts.Length > 1 && parts[parts.Length - 2] == Folder;
    }

    /// <summary>The file of a class, by its metadata name with the characters replaced that a hint name may not have.</summary>
    public static string HintName(TypeDeclaration type)
    {
        var name = type.MetadataName;
        var plain = new string(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-').ToArray());
        return plain.Length <= MaximumLength
            ? plain + Ending
            : Distinct(plain.Substring(plain.Length - MaximumLength) + Ending, type);
    }

    /// <summary>The hint name of a class for the case that another class has one that differs by case at most.</summary>
    public static string Distinct(string hintName, TypeDeclaration type) =>
        hintName.Substring(0, hintName.Length - Ending.Length) + "-" + Hash(type).ToString("x8", CultureInfo.InvariantCulture) + Ending;

    // FNV-1a: string.GetHashCode differs from process to process, and a file's name must not.
    private static uint Hash(TypeDeclaration type)
    {
        var identity = string.Join(" ", type.Containers.Select(container => container.Keyword)) + " " + type.MetadataName;
        return Encoding.UTF8.GetBytes(identity).Aggregate(2166136261u, (hash, value) => unchecked((hash ^ value) * 16777619u));
    }
}
