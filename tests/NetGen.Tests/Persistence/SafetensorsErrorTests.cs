using System;
using System.IO;
using Xunit;

namespace NetGen.Tests.Persistence;

public sealed class SafetensorsErrorTests
{
    private const string Types = "F64, F32, F16, BF16, I64, I32, I16, I8, U64, U32, U16, U8, BOOL";

    [Theory]
    [InlineData("", 0, "expected a header of 2 to 100000000 bytes, found a length of 0.")]
    [InlineData("[]", 0, "expected a header that begins with '{', found byte 0x5B.")]
    [InlineData(" {}", 0, "expected a header that begins with '{', found byte 0x20.")]
    [InlineData("{}", 1, "expected the file to end after 0 bytes of data, found more.")]
    [InlineData("""{"a":1}""", 0, "tensor 'a': expected an object, found Number.")]
    [InlineData("""{"a":{}}""", 0, "tensor 'a': expected 'dtype', 'shape' and two 'data_offsets', found less or more.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", 0, "tensor 'a': expected 'dtype', 'shape' and two 'data_offsets', found less or more.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", 4, "tensor 'a': expected 'dtype', 'shape' and two 'data_offsets', found less or more.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,2,4]}}""", 4, "tensor 'a': expected 'dtype', 'shape' and two 'data_offsets', found less or more.")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32"}}""", 0, "tensor 'a': expected 'dtype', 'shape' and 'data_offsets' once each, found another 'dtype'.")]
    [InlineData("""{"a":{"type":"F32"}}""", 0, "tensor 'a': expected 'dtype', 'shape' and 'data_offsets' once each, found another 'type'.")]
    [InlineData("""{"a":{"dtype":"F8_E4M3"}}""", 0, $"tensor 'a': expected a dtype of {Types}, found 'F8_E4M3'.")]
    [InlineData("""{"a":{"dtype":"1"}}""", 0, $"tensor 'a': expected a dtype of {Types}, found '1'.")]
    [InlineData("""{"a":{"dtype":32}}""", 0, "tensor 'a', 'dtype': expected a text, found Number.")]
    [InlineData("""{"a":{"dtype":"F32","shape":4}}""", 0, "tensor 'a', 'shape': expected an array of numbers, found Number.")]
    [InlineData("""{"a":{"dtype":"F32","shape":["4"]}}""", 0, "tensor 'a', 'shape': expected an array of numbers, found String.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1]}}""", 0, "tensor 'a', 'shape': expected whole numbers of at least 0, found -1.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.5]}}""", 0, "tensor 'a', 'shape': expected whole numbers of at least 0, found 1.5.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[99999999999999999999]}}""", 0, "tensor 'a', 'shape': expected whole numbers of at least 0, found 99999999999999999999.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "tensor 'a': expected 8 bytes for F32 of shape [2], found data_offsets [0, 4].")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "tensor 'a': expected 4 bytes for F32 of shape [1], found data_offsets [4, 0].")]
    [InlineData("""{"a":{"dtype":"F32","shape":[65536,65536,65536,65536],"data_offsets":[0,0]}}""", 0, "tensor 'a': expected at most 2147483591 bytes, found shape [65536, 65536, 65536, 65536].")]
    [InlineData("""{"a":{"dtype":"U8","shape":[9223372036854775807],"data_offsets":[0,9223372036854775807]}}""", 0, "tensor 'a': expected at most 2147483591 bytes, found shape [9223372036854775807].")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "tensor 'a': expected its data to begin where the one before ends, at 0, found 4.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", 6, "tensor 'b': expected its data to begin where the one before ends, at 4, found 2.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "tensor 'b': expected its data to begin where the one before ends, at 4, found 0.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[5,9]}}""", 9, "tensor 'b': expected its data to begin where the one before ends, at 4, found 5.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 5, "expected the file to end after 4 bytes of data, found more.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 3, "the data is cut off: expected 4 bytes after the header, found 3, which is within tensor 'a'.")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2000000000],"data_offsets":[0,2000000000]}}""", 3, "the data is cut off: expected 2000000000 bytes after the header, found 3, which is within tensor 'a'.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "expected every name once, found 'a' twice.")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, "expected every name once, found '__metadata__' twice.")]
    [InlineData("""{"__metadata__":[]}""", 0, "'__metadata__': expected an object of texts, found StartArray.")]
    [InlineData("""{"__metadata__":{"k":1}}""", 0, "'__metadata__' key 'k': expected a text, found Number.")]
    [InlineData("""{"__metadata__":{"k":"1","k":"2"}}""", 0, "expected every metadata key once, found 'k' twice.")]
    public void A_wrong_header_is_one_clear_line(string header, int dataLength, string message)
    {
        using var stream = SafetensorsFileTests.Bytes(header, new byte[dataLength]);

        var error = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Read(stream, "w.safetensors"));

        Assert.Equal("w.safetensors: " + message, error.Message);
    }

    [Theory]
    [InlineData("{\"a\"")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",}")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1")]
    [InlineData("{\"\\ud800\":{}}")]
    public void A_header_that_is_no_JSON_is_refused(string header)
    {
        using var stream = SafetensorsFileTests.Bytes(header, []);

        var error = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Read(stream, "w"));

        Assert.StartsWith("w: the header is not JSON (", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_header_that_is_no_text_is_refused()
    {
        using var stream = new MemoryStream([8, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'{', (byte)'}', (byte)'}']);

        var error = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Read(stream, "w"));

        Assert.StartsWith("w: the header is not JSON (", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the length of the header is cut off: expected 8 bytes, found 0.")]
    [InlineData("02000000000000", "the length of the header is cut off: expected 8 bytes, found 7.")]
    [InlineData("FFFFFFFFFFFFFFFF", "expected a header of 2 to 100000000 bytes, found a length of 18446744073709551615.")]
    [InlineData("01E1F50500000000", "expected a header of 2 to 100000000 bytes, found a length of 100000001.")]
    [InlineData("00E1F505000000007B7D", "the header is cut off: expected 100000000 bytes, found 2.")]
    public void A_wrong_length_is_one_clear_line(string hex, string message)
    {
        using var stream = new MemoryStream(Convert.FromHexString(hex));

        var error = Assert.Throws<InvalidDataException>(() => SafetensorsFile.Read(stream, "w.safetensors"));

        Assert.Equal("w.safetensors: " + message, error.Message);
    }

    [Fact]
    public void A_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("w", "{}");

        Assert.StartsWith(path + ": ", Assert.Throws<InvalidDataException>(() => SafetensorsFile.Read(path)).Message, StringComparison.Ordinal);
        Assert.Equal(
            $"There is no file '{folder.File("none")}'.",
            Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Read(folder.File("none"))).Message);
    }
}
