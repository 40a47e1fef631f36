using System.Linq;
using System.Text.RegularExpressions;
using NetGen.Generator.Declarations;

namespace NetGen.Generator.Emission;

/// <summary>
/// Writes the types that the user's own code hides in full: a game with a <c>Vector</c> of its own still compiles. All
/// others stay short, for the sake of the reader.
/// </summary>
internal static class NameQualifier
{
    /// <summary>Stands for the name of the network's class while its text is written, so that it is told from a type of ours of the same name.</summary>
    public const string Self = "\u0001";

    // Stands before a name that the user gave.
    private const char Given = '\u0002';

    /// <summary>A name of the user's own, as of the namespace or of a type around the network, which stays as it is whatever else has that name.</summary>
    public static string OfUser(string name) => Given + name;

    public static string Qualify(string source, TypeDeclaration type)
    {
        if (type.HiddenNames.Count > 0)
        {
            // Not after a dot, a quote or a letter, nor where the user gave the name; not the name of a property that is being set.
            var names = new Regex($@"(?<![\w.@""'{Given}])(?:{string.Join("|", type.HiddenNames.Select(Regex.Escape))})(?!\w| =[^=]|"")", RegexOptions.CultureInvariant);
            source = string.Join("\n", source.Split('\n').Select(line => Qualify(line, names)));
        }

        return source.Replace(Given.ToString(), string.Empty).Replace(Self, type.Name);
    }

    private static string Qualify(string line, Regex names) =>
        line.TrimStart().StartsWith("//", System.StringComparison.Ordinal) && !line.Contains("cref=")
            ? line
            : names.Replace(line, match => EmittedTypes.FullNames[match.Value]);
}
