using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace NetGen.Generator.Expressions;

/// <summary>Compares by identity. Expressions share their parts; a memo by identity visits each part once.</summary>
internal sealed class ReferenceComparer : IEqualityComparer<object>
{
    public static readonly ReferenceComparer Instance = new();

    bool IEqualityComparer<object>.Equals(object? x, object? y) => ReferenceEquals(x, y);

    int IEqualityComparer<object>.GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
}
