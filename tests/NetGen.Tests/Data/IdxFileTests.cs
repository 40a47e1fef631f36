using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class IdxFileTests
{
    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a");

        IdxFile.Write(path, IdxArray.From(new[] { 1, -2, 0x01020304 }, 3, 1));

        Assert.Equal(
            [0, 0, 0x0C, 2, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFE, 1, 2, 3, 4],
            File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_type_survives_the_round_trip(bool compress)
    {
        Check(new byte[] { 0, 127, 255 }, IdxElementType.UInt8, compress);
        Check(new sbyte[] { -128, 0, 127 }, IdxElementType.Int8, compress);
        Check(new short[] { short.MinValue, 258, short.MaxValue }, IdxElementType.Int16, compress);
        Check(new[] { int.MinValue, 66051, int.MaxValue }, IdxElementType.Int32, compress);
        Check([float.MinValue, 1e-40f, 0.1f], IdxElementType.Float32, compress);
        Check([double.MaxValue, 5e-324, -0.1], IdxElementType.Float64, compress);

        static void Check<T>(T[] values, IdxElementType type, bool compress)
            where T : unmanaged, System.Numerics.INumber<T>
        {
            using var folder = new TemporaryFolder();
            IdxFile.Write(folder.File("a"), IdxArray.From(values, 1, values.Length, 1), compress);

            var read = IdxFile.Read(folder.File("a"));

            Assert.Equal(type, read.ElementType);
            Assert.Equal([1, values.Length, 1], read.Shape.AsSpan());
            Assert.Equal(values, read.Values<T>());
            Assert.Equal(values.Select(double.CreateChecked), read.ToDouble());
        }
    }

    [Fact]
    public void Compression_is_recognised_by_content()
    {
        using var folder = new TemporaryFolder();
        IdxFile.Write(folder.File("plain.gz"), IdxArray.From(new byte[] { 1, 2 }, 2));
        IdxFile.Write(folder.File("compressed"), IdxArray.From(new byte[] { 3, 4 }, 2), compress: true);

        Assert.Equal([1, 2], IdxFile.Read(folder.File("plain.gz")).Values<byte>());
        Assert.Equal([3, 4], IdxFile.Read(folder.File("compressed")).Values<byte>());
    }

    [Fact]
    public void Large_arrays_are_read_in_growing_pieces()
    {
        var values = new byte[5_000_011];
        new Span<byte>(values).Fill(7);
        values[^1] = 9;
        using var stream = new MemoryStream();
        IdxFile.Write(stream, IdxArray.From(values, values.Length), compress: true);
        stream.Position = 0;

        Assert.Equal(values, IdxFile.Read(stream, "memory").Values<byte>());
    }

    [Fact]
    public void Numbers_are_given_out_by_their_own_type_or_converted()
    {
        var words = IdxArray.From(new short[] { -1, 2 }, 2);
        var reals = IdxArray.From(new[] { 0.5f }, 1);

        Assert.Equal([-1, 2], words.ToInt32());
        Assert.Throws<NotSupportedException>(() => words.Values<ushort>());
        Assert.Throws<InvalidOperationException>(() => words.Values<int>());
        Assert.Throws<InvalidOperationException>(() => IdxArray.From(new byte[] { 1 }, 1).Values<sbyte>());
        Assert.Throws<InvalidOperationException>(() => reals.ToInt32());
    }

    [Fact]
    public void An_array_that_does_not_fit_its_shape_is_refused()
    {
        Assert.Throws<ArgumentException>(() => IdxArray.From(new byte[] { 1, 2 }, 3));
        Assert.Throws<ArgumentException>(() => IdxArray.From(new byte[] { 1 }));
        Assert.Throws<ArgumentException>(() => IdxArray.From(Array.Empty<byte>(), -1, 0));
        Assert.Throws<ArgumentException>(() => IdxArray.From(new byte[1], [.. Enumerable.Repeat(1, 256)]));
        Assert.Throws<NotSupportedException>(() => IdxArray.From(new long[] { 1 }, 1));
    }

    [Fact]
    public void A_damaged_compressed_file_is_named()
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write([0, 0, 8, 1, 0, 0, 3, 232]);
            gzip.Write([.. Enumerable.Range(0, 1000).Select(i => (byte)((i * i * i) >> 7))]);
        }

        var whole = memory.ToArray();
        using var folder = new TemporaryFolder();
        var damaged = (byte[])whole.Clone();
        damaged[40] ^= 0xFF;
        damaged[41] ^= 0x55;
        foreach (var bytes in new[] { whole[..(whole.Length / 2)], whole[..20], whole[..2], damaged })
        {
            var path = folder.Write("train.gz", bytes);

            var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));

            Assert.StartsWith(path + ": ", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        }
    }
}
