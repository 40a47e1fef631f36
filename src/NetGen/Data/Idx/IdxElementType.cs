using System.Diagnostics.CodeAnalysis;

namespace NetGen;

/// <summary>The type of the numbers in an IDX file: the third byte of its magic number.</summary>
[SuppressMessage("Design", "CA1028", Justification = "The format stores the type in one byte.")]
[SuppressMessage("Design", "CA1008", Justification = "The format has no type 0.")]
public enum IdxElementType : byte
{
    /// <summary><see cref="byte"/>.</summary>
    UInt8 = 0x08,

    /// <summary><see cref="sbyte"/>.</summary>
    Int8 = 0x09,

    /// <summary><see cref="short"/>.</summary>
    Int16 = 0x0B,

    /// <summary><see cref="int"/>.</summary>
    Int32 = 0x0C,

    /// <summary><see cref="float"/>.</summary>
    Float32 = 0x0D,

    /// <summary><see cref="double"/>.</summary>
    Float64 = 0x0E,
}
