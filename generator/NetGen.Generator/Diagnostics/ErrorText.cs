using System.Globalization;
using System.Linq;

namespace NetGen.Generator.Diagnostics;

/// <summary>The message of an error as text.</summary>
internal static class ErrorText
{
    public static string Of(DeclarationError error) =>
        string.Format(
            CultureInfo.InvariantCulture,
            Descriptors.Of(error.Id).MessageFormat.ToString(CultureInfo.InvariantCulture),
            error.MessageArguments.ToArray<object>());
}
