using System;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Declarations;

/// <summary>A method that is no scalar expression. It never leaves <see cref="ExpressionReader"/>.</summary>
internal sealed class UnreadableException(string message, SyntaxNode? syntax) : Exception(message)
{
    public Location? Location => syntax?.GetLocation();
}
