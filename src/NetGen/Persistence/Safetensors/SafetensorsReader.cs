using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;

namespace NetGen;

/// <summary>Reads one safetensors stream from its present position to its end.</summary>
internal sealed class SafetensorsReader(Stream stream, string name)
{
    // The limit of the format's own implementation.
    private const ulong MaxHeaderLength = 100_000_000;

    public SafetensorsContent Read()
    {
        var (entries, metadata) = TensorHeader.Parse(ReadHeader(), name);
        var tensors = ImmutableArray.CreateBuilder<StoredTensor>(entries.Length);
        foreach (var entry in entries)
        {
            var bytes = StreamReading.ReadUpTo(stream, entry.Length);
            if (bytes.Length < entry.Length)
            {
                throw Error(
                    $"the data is cut off: expected {Text(entries[^1].End)} bytes after the header, found {Text(entry.Begin + bytes.Length)}, which is within tensor '{entry.Name}'");
            }

            tensors.Add(new StoredTensor(entry.Name, entry.Type, entry.Shape, bytes));
        }

        return StreamReading.ReadUpTo(stream, 1).Length == 0
            ? new SafetensorsContent(tensors.MoveToImmutable(), metadata)
            : throw Error($"expected the file to end after {Text(entries.IsEmpty ? 0 : entries[^1].End)} bytes of data, found more");
    }

    private byte[] ReadHeader()
    {
        var prefix = StreamReading.ReadUpTo(stream, sizeof(ulong));
        if (prefix.Length < sizeof(ulong))
        {
            throw Error($"the length of the header is cut off: expected 8 bytes, found {prefix.Length}");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is < 2 or > MaxHeaderLength)
        {
            throw Error($"expected a header of 2 to {MaxHeaderLength} bytes, found a length of {length.ToString(CultureInfo.InvariantCulture)}");
        }

        var header = StreamReading.ReadUpTo(stream, (int)length);
        return header.Length == (int)length
            ? header
            : throw Error($"the header is cut off: expected {Text((long)length)} bytes, found {Text(header.Length)}");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private InvalidDataException Error(string message) => new($"{name}: {message}.");
}
