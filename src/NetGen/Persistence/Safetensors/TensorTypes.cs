using System;
using System.Buffers.Binary;

namespace NetGen;

/// <summary>Names, sizes and conversions of the types of tensors.</summary>
internal static class TensorTypes
{
    public static int SizeOf(TensorType type) => type switch
    {
        TensorType.F64 or TensorType.I64 or TensorType.U64 => 8,
        TensorType.F32 or TensorType.I32 or TensorType.U32 => 4,
        TensorType.F16 or TensorType.BF16 or TensorType.I16 or TensorType.U16 => 2,
        _ => 1,
    };

    /// <summary>The type of a name in a header; numbers and other spellings name none.</summary>
    public static TensorType? Parse(string name)
    {
        foreach (var type in Enum.GetValues<TensorType>())
        {
            if (type.ToString() == name)
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>One number from its little-endian bytes.</summary>
    public static double ToDouble(TensorType type, ReadOnlySpan<byte> bytes) => type switch
    {
        TensorType.F64 => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        TensorType.F32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        TensorType.F16 => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        TensorType.BF16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadInt16LittleEndian(bytes) << 16),
        TensorType.I64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        TensorType.I32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        TensorType.I16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        TensorType.I8 => (sbyte)bytes[0],
        TensorType.U64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        TensorType.U32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        TensorType.U16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        _ => bytes[0],
    };
}
