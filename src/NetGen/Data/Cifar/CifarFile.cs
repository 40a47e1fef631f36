using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.IO.Compression;

namespace NetGen;

/// <summary>The checked records of one file: a byte with the class of an image, then its pixels.</summary>
internal sealed class CifarFile
{
    /// <summary>The bytes of an image.</summary>
    public const int PixelBytes = Cifar10Dataset.Channels * Cifar10Dataset.Side * Cifar10Dataset.Side;

    private const int RecordBytes = 1 + PixelBytes;

    private readonly byte[] _records;

    private CifarFile(byte[] records) => _records = records;

    /// <summary>How many images there are.</summary>
    public int Count => _records.Length / RecordBytes;

    public static CifarFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file '{path}'.", path);
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        var records = ReadAll(stream, path);
        if (records.Length == 0 || records.Length % RecordBytes != 0)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: expected {RecordBytes} bytes for each image, 1 for its class and {PixelBytes} for its pixels; found {records.Length} bytes, {Amount(records.Length)}."));
        }

        var file = new CifarFile(records);
        file.CheckClasses(path);
        return file;
    }

    /// <summary>Copies all images and their classes.</summary>
    public void CopyTo(Span<byte> pixels, Span<int> classes)
    {
        for (var image = 0; image < Count; image++)
        {
            var record = _records.AsSpan(image * RecordBytes, RecordBytes);
            classes[image] = record[0];
            record[1..].CopyTo(pixels.Slice(image * PixelBytes, PixelBytes));
        }
    }

    // The length is known before anything is read: a file of another kind costs no memory.
    private static byte[] ReadAll(FileStream stream, string path)
    {
        if (!StreamReading.IsGzip(stream))
        {
            return stream.Length <= Array.MaxLength ? StreamReading.ReadUpTo(stream, (int)stream.Length) : throw TooLong(path);
        }

        using var decompressed = new GZipStream(stream, CompressionMode.Decompress);
        byte[] bytes;
        try
        {
            bytes = StreamReading.ReadUpTo(decompressed, Array.MaxLength);
        }
        catch (InvalidDataException error)
        {
            // The decompression speaks of its own blocks and says nothing of the file.
            throw Damaged(path, error);
        }

        return bytes.Length == Array.MaxLength ? throw TooLong(path)
            : IsWhole(stream, bytes.Length) ? bytes
            : throw Damaged(path);
    }

    // What is cut off simply ends for the decompression. The last four bytes of a whole file are the length of what was compressed (RFC 1952),
    // or where files were joined, that of the last of them.
    private static bool IsWhole(FileStream stream, int length)
    {
        const int leastBytes = 18;
        if (stream.Length < leastBytes)
        {
            return false;
        }

        Span<byte> last = stackalloc byte[sizeof(uint)];
        stream.Seek(-last.Length, SeekOrigin.End);
        stream.ReadExactly(last);
        var said = BinaryPrimitives.ReadUInt32LittleEndian(last);
        return said == length || (said > 0 && said < length && said % RecordBytes == 0);
    }

    private void CheckClasses(string path)
    {
        for (var image = 0; image < Count; image++)
        {
            var found = _records[image * RecordBytes];
            if (found >= Cifar10Dataset.ClassNames.Length)
            {
                throw new InvalidDataException($"{path}: expected classes in [0, {Cifar10Dataset.ClassNames.Length}), found {found} for image {image}.");
            }
        }
    }

    private static string Amount(int bytes) => bytes == 0
        ? "no image"
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / RecordBytes} images and {bytes % RecordBytes} bytes more");

    private static InvalidDataException Damaged(string path, Exception? cause = null) => new($"{path}: the compressed data is damaged or cut off.", cause);

    private static InvalidDataException TooLong(string path) => new($"{path}: expected less than 2 GiB of images, found more.");
}
