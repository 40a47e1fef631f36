using System;

namespace NetGen.Generator.Graph;

/// <summary>A graph breaks a rule of the graph language. Always a fault of the compiler: declarations are checked before.</summary>
internal sealed class InvalidGraphException : Exception
{
    public InvalidGraphException(string message)
        : base(message)
    {
    }
}
