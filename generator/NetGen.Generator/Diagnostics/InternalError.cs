using System;

namespace NetGen.Generator.Diagnostics;

/// <summary>An exception that nobody foresaw, as an error of the declaration: the compiler goes on, and the user can report it.</summary>
internal static class InternalError
{
    public static DeclarationError From(Exception exception) =>
        DeclarationError.OfClass(DiagnosticIds.InternalError, exception.GetType().FullName, exception.Message);
}
