using System;
using System.IO;

namespace NetGen;

/// <summary>Reads streams from files without trusting what they say of themselves.</summary>
internal static class StreamReading
{
    private const int FirstChunk = 1 << 20;

    /// <summary>
    /// Reads up to a number of bytes. Memory grows with what is really there, so a header that promises gigabytes in a file
    /// of a few bytes costs nothing.
    /// </summary>
    /// <returns>The bytes; fewer than asked for where the stream ends.</returns>
    public static byte[] ReadUpTo(Stream stream, int length)
    {
        var bytes = new byte[Math.Min(length, FirstChunk)];
        var filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(bytes.AsSpan(filled), bytes.Length - filled, throwOnEndOfStream: false);
            if (filled < bytes.Length)
            {
                return bytes[..filled];
            }

            if (filled == length)
            {
                return bytes;
            }

            Array.Resize(ref bytes, (int)Math.Min(length, bytes.Length * 2L));
        }
    }

    /// <summary>Whether a stream that can seek begins, where it stands, as gzip files do; it stands there afterwards.</summary>
    public static bool IsGzip(Stream stream)
    {
        var start = stream.Position;
        var isGzip = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = start;
        return isGzip;
    }
}
