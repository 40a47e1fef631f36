using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;

namespace NetGen;

/// <summary>
/// Reads and writes files in the safetensors format: eight bytes with the length of the header, the header in JSON with
/// type, shape and place of each tensor, then the numbers without gaps, everything with the little end first.
/// </summary>
public static class SafetensorsFile
{
    // Data that begins at a multiple of eight can be mapped into memory and read in place.
    private const int Alignment = 8;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not in the format or cut off; the message names the file, what was expected and what was found.</exception>
    public static SafetensorsContent Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file '{path}'.", path);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(file, path);
    }

    /// <summary>Reads a stream from its present position to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What error messages call it.</param>
    /// <exception cref="InvalidDataException">The stream is not in the format or cut off.</exception>
    public static SafetensorsContent Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new SafetensorsReader(stream, name).Read();
    }

    /// <summary>Writes a file as a whole or not at all; the file at the end of a symbolic link is replaced, not the link.</summary>
    /// <param name="path">The file to create or to replace.</param>
    /// <param name="tensors">The tensors; the file keeps their order.</param>
    /// <param name="metadata">Free texts to carry along.</param>
    /// <exception cref="ArgumentException">Two tensors have one name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes no new files from this user.</exception>
    public static void Write(string path, IReadOnlyList<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        AtomicFile.Write(path, stream => Write(stream, tensors, metadata));

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tensors">The tensors; the stream keeps their order.</param>
    /// <param name="metadata">Free texts to carry along.</param>
    /// <exception cref="ArgumentException">Two tensors have one name.</exception>
    public static void Write(Stream stream, IReadOnlyList<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        var header = CreateHeader(tensors, metadata);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.WrittenCount);
        stream.Write(length);
        stream.Write(header.WrittenSpan);
        foreach (var tensor in tensors)
        {
            stream.Write(tensor.Bytes.Span);
        }
    }

    private static ArrayBufferWriter<byte> CreateHeader(IReadOnlyList<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var header = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            WriteEntries(json, tensors);
            json.WriteEndObject();
        }

        var padding = (Alignment - (header.WrittenCount % Alignment)) % Alignment;
        header.GetSpan(padding)[..padding].Fill((byte)' ');
        header.Advance(padding);
        return header;
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is { Count: > 0 })
        {
            json.WriteStartObject("__metadata__");
            foreach (var (key, value) in metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }
    }

    private static void WriteEntries(Utf8JsonWriter json, IReadOnlyList<StoredTensor> tensors)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "__metadata__" };
        long offset = 0;
        foreach (var tensor in tensors)
        {
            if (!names.Add(tensor.Name))
            {
                throw new ArgumentException($"Expected tensors with names of their own, found '{tensor.Name}' twice or reserved.", nameof(tensors));
            }

            json.WriteStartObject(tensor.Name);
            json.WriteString("dtype", tensor.Type.ToString());
            WriteNumbers(json, "shape", tensor.Shape);
            WriteNumbers(json, "data_offsets", [offset, offset + tensor.Bytes.Length]);
            json.WriteEndObject();
            offset += tensor.Bytes.Length;
        }
    }

    private static void WriteNumbers<T>(Utf8JsonWriter json, string key, IEnumerable<T> numbers)
        where T : IConvertible
    {
        json.WriteStartArray(key);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number.ToInt64(CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
    }
}
