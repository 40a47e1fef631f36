using System.Diagnostics.CodeAnalysis;

namespace NetGen;

/// <summary>The type of the numbers of a tensor in a safetensors file, by the format's own names.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "These are the format's own names.")]
public enum TensorType
{
    /// <summary>64-bit floating point.</summary>
    F64,

    /// <summary>32-bit floating point.</summary>
    F32,

    /// <summary>16-bit floating point.</summary>
    F16,

    /// <summary>The upper 16 bits of a 32-bit floating-point number.</summary>
    BF16,

    /// <summary>64-bit integer.</summary>
    I64,

    /// <summary>32-bit integer.</summary>
    I32,

    /// <summary>16-bit integer.</summary>
    I16,

    /// <summary>8-bit integer.</summary>
    I8,

    /// <summary>Unsigned 64-bit integer.</summary>
    U64,

    /// <summary>Unsigned 32-bit integer.</summary>
    U32,

    /// <summary>Unsigned 16-bit integer.</summary>
    U16,

    /// <summary>Unsigned 8-bit integer.</summary>
    U8,

    /// <summary>0 or 1 in a byte.</summary>
    BOOL,
}
