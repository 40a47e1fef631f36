using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;

namespace NetGen;

/// <summary>Reads one IDX stream and checks everything that it says about itself.</summary>
/// <param name="stream">The stream.</param>
/// <param name="name">What error messages call it.</param>
/// <param name="form">What the header has to say, or null where any will do.</param>
internal sealed class IdxReader(Stream stream, string name, IdxForm? form = null)
{
    public IdxArray Read()
    {
        var (type, axes) = ReadMagic();
        var shape = ReadShape(axes);
        var expected = CheckLength(type, shape);
        var bytes = Take(expected);
        if (bytes.Length < expected)
        {
            throw Error($"the data is cut off: expected {Text(expected)} bytes for {Describe(type, shape)}, found {Text(bytes.Length)}");
        }

        return Take(1).Length == 0
            ? IdxArray.FromBigEndian(type, shape, bytes)
            : throw Error($"expected the file to end after {Text(expected)} bytes of data for {Describe(type, shape)}, found more");
    }

    private (IdxElementType Type, int Axes) ReadMagic()
    {
        var magic = Take(4);
        if (magic.Length < 4)
        {
            throw Error($"the magic number is cut off: expected 4 bytes, found {magic.Length}");
        }

        var type = (IdxElementType)magic[2];
        var isKnown = type is IdxElementType.UInt8 or IdxElementType.Int8 or IdxElementType.Int16
            or IdxElementType.Int32 or IdxElementType.Float32 or IdxElementType.Float64;
        if (magic[0] != 0 || magic[1] != 0 || !isKnown || magic[3] == 0)
        {
            throw Error(
                "wrong magic number: expected 0x0000TTNN with an element type TT of 08, 09, 0B, 0C, 0D or 0E and NN ≥ 1 axes, found 0x"
                + Convert.ToHexString(magic));
        }

        // Data of another size would only look cut off or too long.
        return form is null || form.Fits(type, magic[3])
            ? (type, magic[3])
            : throw Error($"expected magic number {form}, found 0x{Convert.ToHexString(magic)}");
    }

    private ImmutableArray<int> ReadShape(int axes)
    {
        var bytes = Take(4 * axes);
        if (bytes.Length < 4 * axes)
        {
            throw Error($"the header is cut off: expected {4 * axes} bytes for {axes} axes, found {bytes.Length}");
        }

        var shape = new int[axes];
        for (var axis = 0; axis < axes; axis++)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4 * axis));
            shape[axis] = length <= int.MaxValue
                ? (int)length
                : throw Error($"expected axis {axis} to be shorter than 2147483648, found {length.ToString(CultureInfo.InvariantCulture)}");
        }

        return [.. shape];
    }

    /// <summary>How many bytes of data the header promises; refuses what no array can hold.</summary>
    private int CheckLength(IdxElementType type, ImmutableArray<int> shape)
    {
        // A product with an axis of zero is zero, however long the others are.
        long bytes = shape.Contains(0) ? 0 : IdxArray.SizeOf(type);
        foreach (var axis in shape)
        {
            bytes *= axis;
            if (bytes > Array.MaxLength)
            {
                throw Error($"expected at most {Text(Array.MaxLength)} bytes of data, found dimensions {Describe(type, shape)}");
            }
        }

        return (int)bytes;
    }

    private byte[] Take(int length)
    {
        try
        {
            return StreamReading.ReadUpTo(stream, length);
        }
        catch (InvalidDataException error)
        {
            // The decompression speaks of its own blocks and says nothing of the file.
            throw new InvalidDataException($"{name}: the compressed data is damaged or cut off.", error);
        }
    }

    private static string Describe(IdxElementType type, ImmutableArray<int> shape) => $"{string.Join(" × ", shape)} {type} values";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private InvalidDataException Error(string message) => new($"{name}: {message}.");
}
