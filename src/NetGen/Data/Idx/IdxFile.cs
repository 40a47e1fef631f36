using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

namespace NetGen;

/// <summary>
/// Reads and writes files in the IDX format of the MNIST database (LeCun, Cortes and Burges): a magic number of two zero
/// bytes, the element type and the number of axes, then the axes, then the numbers, everything with the big end first.
/// Files compressed with gzip are recognised by their content.
/// </summary>
public static class IdxFile
{
    /// <summary>Reads a file, plain or compressed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not an IDX file, is cut off or goes on after its data; the message names the file, what was expected and what was found.</exception>
    public static IdxArray Read(string path) => Read(path, form: null);

    /// <summary>Reads a stream to its end, plain or compressed.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">What error messages call it.</param>
    /// <exception cref="InvalidDataException">It is not in the IDX format, is cut off or goes on after its data.</exception>
    /// <exception cref="NotSupportedException">The stream cannot seek.</exception>
    public static IdxArray Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(stream, name, form: null);
    }

    /// <summary>Reads a file whose header has to say something.</summary>
    internal static IdxArray Read(string path, IdxForm? form)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file '{path}'.", path);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        return Read(file, path, form);
    }

    /// <summary>Writes a file as a whole or not at all; the file at the end of a symbolic link is replaced, not the link.</summary>
    /// <param name="path">The file to create or to replace.</param>
    /// <param name="array">What to write.</param>
    /// <param name="compress">Whether to compress it with gzip.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes no new files from this user.</exception>
    public static void Write(string path, IdxArray array, bool compress = false)
    {
        ArgumentNullException.ThrowIfNull(array);
        AtomicFile.Write(path, stream => Write(stream, array, compress));
    }

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="array">What to write.</param>
    /// <param name="compress">Whether to compress it with gzip.</param>
    public static void Write(Stream stream, IdxArray array, bool compress = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(array);
        if (compress)
        {
            using var compressed = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
            WritePlain(compressed, array);
        }
        else
        {
            WritePlain(stream, array);
        }
    }

    private static IdxArray Read(Stream stream, string name, IdxForm? form)
    {
        if (!StreamReading.IsGzip(stream))
        {
            return new IdxReader(stream, name, form).Read();
        }

        using var decompressed = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        return new IdxReader(decompressed, name, form).Read();
    }

    private static void WritePlain(Stream stream, IdxArray array)
    {
        stream.Write([0, 0, (byte)array.ElementType, (byte)array.Shape.Length]);
        Span<byte> word = stackalloc byte[4];
        foreach (var axis in array.Shape)
        {
            BinaryPrimitives.WriteInt32BigEndian(word, axis);
            stream.Write(word);
        }

        stream.Write(array.ToBigEndian());
    }
}
