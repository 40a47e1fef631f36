using System;
using System.IO;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Persistence;

/// <summary>Files of PyTorch read here, and files written here of which PyTorch computed outputs; made by <c>safetensors_peer.py</c>.</summary>
[Trait("Category", "Numeric")]
public sealed class PyTorchFileTests
{
    // Sums of at most five products in float32, whose relative error is at most five roundings of 2⁻²⁴ = 6·10⁻⁸ each
    // over terms up to four times the largest result.
    private const double Tolerance = 5 * 6e-8 * 4;

    [Theory]
    [InlineData("pytorch-f32.safetensors", ElementType.Float32)]
    [InlineData("pytorch-f32.safetensors", ElementType.Float64)]
    [InlineData("pytorch-f64.safetensors", ElementType.Float32)]
    [InlineData("pytorch-sequential.safetensors", ElementType.Float32)]
    public void Weights_of_PyTorch_give_its_outputs(string file, ElementType type)
    {
        var network = WeightedNetwork.Two(type);

        network.Load(TestFiles.Path(file));

        CheckForward(network, "pytorch-forward.safetensors");
    }

    [Fact]
    public void The_count_of_batches_of_a_normalisation_is_passed_over()
    {
        var network = new WeightedNetwork(ElementType.Float32, ("norm.weight", [2]), ("norm.running_mean", [2]));
        using var stream = new MemoryStream();
        SafetensorsFile.Write(
            stream,
            [StoredTensor.From("norm.weight", [1f, 2f], 2), StoredTensor.From("norm.running_mean", [3f, 4f], 2), StoredTensor.From("norm.num_batches_tracked", [7])]);
        stream.Position = 0;

        network.Load(stream);

        Assert.Equal([[1.0, 2.0], [3.0, 4.0]], network.Values());
    }

    /// <summary>All four have one shape, and this is the order of their names.</summary>
    [Fact]
    public void Numbers_of_a_normalisation_are_not_taken_for_each_other()
    {
        var network = new WeightedNetwork(ElementType.Float32, ("norm.weight", [2]), ("norm.bias", [2]), ("norm.running_mean", [2]), ("norm.running_var", [2]));
        using var stream = new MemoryStream();
        SafetensorsFile.Write(
            stream,
            [.. new[] { "1.bias", "1.running_mean", "1.running_var", "1.weight" }.Select((name, i) => StoredTensor.From(name, [i, (float)i], 2))]);
        stream.Position = 0;

        Assert.Throws<InvalidDataException>(() => network.Load(stream));
    }

    [Fact]
    public void Short_floats_are_read_as_what_they_are()
    {
        var full = WeightedNetwork.Two();
        full.Load(TestFiles.Path("pytorch-f32.safetensors"));
        var rounded = WeightedNetwork.Two();
        rounded.Load(TestFiles.Path("pytorch-bf16.safetensors"));

        foreach (var (exact, near) in full.Values().SelectMany(v => v).Zip(rounded.Values().SelectMany(v => v)))
        {
            // Eight bits of precision: rounding to nearest errs by at most 2⁻⁹ of the value's power of two.
            Assert.InRange(Math.Abs(near - exact), 0, Math.Abs(exact) * Math.Pow(2, -8));
            Assert.Equal(0, BitConverter.SingleToInt32Bits((float)near) & 0xFFFF);
        }
    }

    [Fact]
    public void Every_type_has_its_values()
    {
        var tensors = SafetensorsFile.Read(TestFiles.Path("pytorch-types.safetensors")).Tensors.ToDictionary(tensor => tensor.Name);

        Assert.Equal([1e300, -0.1], tensors["f64"].ToDouble());
        Assert.Equal([0.1f, 3e38f], tensors["f32"].ToSingle());
        Assert.Equal([0, -1.5, 65504, Math.Pow(2, -24), 0.333251953125], tensors["f16"].ToDouble());
        Assert.Equal([1, -0.0078125], tensors["bf16"].ToDouble()[..2]);
        Assert.InRange(tensors["bf16"].ToDouble()[2], 3e38 * (1 - Math.Pow(2, -9)), 3e38 * (1 + Math.Pow(2, -9)));
        Assert.Equal([-Math.Pow(2, 53), Math.Pow(2, 53) - 1], tensors["i64"].ToDouble());
        Assert.Equal([int.MinValue, int.MaxValue], tensors["i32"].ToDouble());
        Assert.Equal([short.MinValue, short.MaxValue], tensors["i16"].ToDouble());
        Assert.Equal([-128, 127], tensors["i8"].ToDouble());
        Assert.Equal([0, 1, 2, 127, 255], tensors["u8"].ToDouble());
        Assert.Equal([1, 5, 1], tensors["u8"].Shape.AsSpan());
        Assert.Equal([1, 0], tensors["bool"].ToDouble());
        Assert.Equal([2.5], tensors["scalar"].ToDouble());
        Assert.Empty(tensors["scalar"].Shape);
        Assert.Equal([3, 0], tensors["empty"].Shape.AsSpan());
        Assert.Equal(0, tensors["empty"].Count);
    }

    [Fact]
    public void The_file_that_PyTorch_read_is_written_byte_for_byte()
    {
        // Written beside the expected file: after a wanted change it takes that file's place, and the script is run again.
        var received = TestFiles.Path("netgen.received.safetensors");

        WeightedNetwork.Two().Filled().Save(received);

        Assert.Equal(File.ReadAllBytes(TestFiles.Path("netgen.safetensors")), File.ReadAllBytes(received));
    }

    [Fact]
    public void PyTorch_computes_the_same_from_that_file() =>
        CheckForward(WeightedNetwork.Two().Filled(), "netgen-forward.safetensors");

    private static void CheckForward(WeightedNetwork network, string file)
    {
        var tensors = SafetensorsFile.Read(TestFiles.Path(file)).Tensors.ToDictionary(tensor => tensor.Name);
        var x = tensors["x"].ToDouble();
        var expected = tensors["y"].ToDouble();

        double[] found = [.. network.Forward(x.AsSpan(0, 4)), .. network.Forward(x.AsSpan(4, 4))];

        var largest = expected.Max(Math.Abs);
        Assert.True(largest > 0.1);
        Assert.All(expected.Zip(found), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, Tolerance * largest));
    }
}
