using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace NetGen.Tests.Persistence;

public sealed class SafetensorsFileTests
{
    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        using var stream = new MemoryStream();

        SafetensorsFile.Write(
            stream,
            [StoredTensor.From("a", [1f], 1, 1), StoredTensor.From("é\"", [-2.0])],
            new Dictionary<string, string> { ["k"] = "v" });

        var header = """{"__metadata__":{"k":"v"},"a":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"\u00E9\u0022":{"dtype":"F64","shape":[],"data_offsets":[4,12]}}""";
        header = header.PadRight((header.Length + 7) / 8 * 8);
        byte[] expected = [(byte)header.Length, 0, 0, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(header), 0, 0, 0x80, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0xC0];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Everything_survives_the_round_trip()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("t.safetensors");
        StoredTensor[] tensors =
        [
            StoredTensor.From("z", [0.1f, float.NaN, -0f, float.MaxValue, 1e-45f, 6f], 3, 1, 2),
            StoredTensor.From("naïve \"name\"\n", [Math.PI]),
            StoredTensor.From("none", ReadOnlySpan<double>.Empty, 0, 7),
        ];

        SafetensorsFile.Write(path, tensors, new Dictionary<string, string> { ["b"] = "2", ["a"] = "ü" });
        var read = SafetensorsFile.Read(path);

        Assert.Equal(tensors.Select(tensor => tensor.Name), read.Tensors.Select(tensor => tensor.Name));
        foreach (var (written, found) in tensors.Zip(read.Tensors))
        {
            Assert.Equal(written.Type, found.Type);
            Assert.Equal(written.Shape.AsSpan(), found.Shape.AsSpan());
            Assert.Equal(written.Bytes.Span, found.Bytes.Span);
            Assert.Equal(written.ToDouble(), found.ToDouble());
            Assert.Equal(written.ToSingle(), found.ToSingle());
        }

        Assert.Equal([("a", "ü"), ("b", "2")], read.Metadata.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Nothing_at_all_is_a_file_too()
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, []);
        stream.Position = 0;

        Assert.Empty(SafetensorsFile.Read(stream, "memory").Tensors);
    }

    [Fact]
    public void Names_are_given_once()
    {
        using var stream = new MemoryStream();
        var tensor = StoredTensor.From("a", [1f], 1);

        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(stream, [tensor, tensor]));
        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write(stream, [StoredTensor.From("__metadata__", [1f], 1)]));
        Assert.Equal(0, stream.Length);
        Assert.Throws<ArgumentException>(() => StoredTensor.From("a", [1f, 2f], 3));
        Assert.Throws<ArgumentException>(() => StoredTensor.From("a", ReadOnlySpan<float>.Empty, -1, 0));
        Assert.Throws<ArgumentException>(() => StoredTensor.From(string.Empty, [1f], 1));
    }

    [Fact]
    public void Tensors_come_in_the_order_of_their_data()
    {
        var header = """{"late":{"data_offsets":[1,2],"shape":[1],"dtype":"U8"},"early":{"dtype":"I8","shape":[1],"data_offsets":[0,1]}}""";
        using var stream = Bytes(header, [255, 7]);

        var tensors = SafetensorsFile.Read(stream, "memory").Tensors;

        Assert.Equal([("early", -1.0), ("late", 7.0)], tensors.Select(tensor => (tensor.Name, tensor.ToDouble()[0])));
    }

    internal static MemoryStream Bytes(string header, byte[] data)
    {
        var text = Encoding.UTF8.GetBytes(header);
        return new MemoryStream([.. BitConverter.GetBytes((ulong)text.Length), .. text, .. data]);
    }
}
