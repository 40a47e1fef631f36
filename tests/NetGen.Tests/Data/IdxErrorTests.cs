using System;
using System.IO;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class IdxErrorTests
{
    private const string MagicWanted =
        "wrong magic number: expected 0x0000TTNN with an element type TT of 08, 09, 0B, 0C, 0D or 0E and NN ≥ 1 axes, found 0x";

    [Theory]
    [InlineData("", "the magic number is cut off: expected 4 bytes, found 0.")]
    [InlineData("000008", "the magic number is cut off: expected 4 bytes, found 3.")]
    [InlineData("89504E47", MagicWanted + "89504E47.")]
    [InlineData("00000A01", MagicWanted + "00000A01.")]
    [InlineData("00000701", MagicWanted + "00000701.")]
    [InlineData("00000F01", MagicWanted + "00000F01.")]
    [InlineData("00010801", MagicWanted + "00010801.")]
    [InlineData("00000800", MagicWanted + "00000800.")]
    [InlineData("00000802000000010000", "the header is cut off: expected 8 bytes for 2 axes, found 6.")]
    [InlineData("0000080100000003AABB", "the data is cut off: expected 3 bytes for 3 UInt8 values, found 2.")]
    [InlineData("00000C0100000001AABBCC", "the data is cut off: expected 4 bytes for 1 Int32 values, found 3.")]
    [InlineData("000008020000000100000002AABBCC", "expected the file to end after 2 bytes of data for 1 × 2 UInt8 values, found more.")]
    [InlineData("0000080180000000", "expected axis 0 to be shorter than 2147483648, found 2147483648.")]
    [InlineData("000008017FFFFFFF", "expected at most 2147483591 bytes of data, found dimensions 2147483647 UInt8 values.")]
    [InlineData("00000802000100000001000000", "expected at most 2147483591 bytes of data, found dimensions 65536 × 65536 UInt8 values.")]
    [InlineData("00000E0110000000", "expected at most 2147483591 bytes of data, found dimensions 268435456 Float64 values.")]
    [InlineData("000008047FFFFFFF7FFFFFFF7FFFFFFF7FFFFFFF", "expected at most 2147483591 bytes of data, found dimensions 2147483647 × 2147483647 × 2147483647 × 2147483647 UInt8 values.")]
    [InlineData("000008017FFFFF00AA", "the data is cut off: expected 2147483392 bytes for 2147483392 UInt8 values, found 1.")]
    public void A_wrong_file_is_one_clear_line(string hex, string message)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("labels", Convert.FromHexString(hex));

        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));

        Assert.Equal($"{path}: {message}", error.Message);
    }

    [Fact]
    public void A_promise_of_gigabytes_costs_no_memory()
    {
        using var stream = new MemoryStream(Convert.FromHexString("000008017FFFFF00AA"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<InvalidDataException>(() => IdxFile.Read(stream, "memory"));

        // One piece of a megabyte, and the words of the message.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_200_000);
    }

    [Fact]
    public void An_axis_of_zero_makes_an_empty_array()
    {
        using var stream = new MemoryStream(Convert.FromHexString("000008027FFFFFFF00000000"));

        var array = IdxFile.Read(stream, "memory");

        Assert.Equal(0, array.Count);
        Assert.Equal([int.MaxValue, 0], array.Shape.AsSpan());
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<FileNotFoundException>(() => IdxFile.Read(folder.File("none")));
        Assert.Equal($"There is no file '{folder.File("none")}'.", error.Message);
    }
}
