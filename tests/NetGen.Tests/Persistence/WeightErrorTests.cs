using System;
using System.IO;
using Xunit;

namespace NetGen.Tests.Persistence;

/// <summary>Whatever is wrong with the weights, the network stays as it was.</summary>
public sealed class WeightErrorTests
{
    private static string Refusal(WeightedNetwork network, params StoredTensor[] tensors)
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, tensors);
        stream.Position = 0;
        var before = network.Values();
        var version = network.Parameters.Version;

        var error = Assert.Throws<InvalidDataException>(() => network.Load(stream));

        Assert.Equal(before, network.Values());
        Assert.Equal(version, network.Parameters.Version);
        return error.Message;
    }

    private static WeightedNetwork Pair() => new WeightedNetwork(ElementType.Float32, ("a", [2]), ("b", [2, 1])).Filled();

    [Fact]
    public void Missing_unexpected_and_mismatching_tensors_are_listed() => Assert.Equal(
        "the stream of weights: the weights do not fit the network: 'a': expected shape [2], found [1, 2]; missing 'b' [2, 1]; unexpected 'c' [1]; unexpected 'd' [].",
        Refusal(Pair(), StoredTensor.From("a", [1f, 2f], 1, 2), StoredTensor.From("c", [1f], 1), StoredTensor.From("d", [1f])));

    [Fact]
    public void One_tensor_more_is_refused() => Assert.Equal(
        "the stream of weights: the weights do not fit the network: unexpected 'c' [1].",
        Refusal(Pair(), StoredTensor.From("a", [1f, 2f], 2), StoredTensor.From("b", [1f, 2f], 2, 1), StoredTensor.From("c", [1f], 1)));

    [Fact]
    public void Other_names_in_another_order_are_refused() => Assert.Equal(
        "the stream of weights: the weights do not fit the network: missing 'a' [2]; missing 'b' [2, 1]; unexpected 'y' [2, 1]; unexpected 'x' [2].",
        Refusal(Pair(), StoredTensor.From("y", [1f, 2f], 2, 1), StoredTensor.From("x", [1f, 2f], 2)));

    [Fact]
    public void A_known_name_at_another_place_is_not_taken_in_order()
    {
        var network = new WeightedNetwork(ElementType.Float32, ("a", [2]), ("b", [2])).Filled();

        Assert.Equal(
            "the stream of weights: the weights do not fit the network: missing 'b' [2]; unexpected 'z' [2].",
            Refusal(network, StoredTensor.From("z", [1f, 2f], 2), StoredTensor.From("a", [3f, 4f], 2)));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(1e300, "1E+300")]
    public void A_number_that_is_not_finite_in_the_network_is_refused(double wrong, string text) => Assert.Equal(
        $"the stream of weights: tensor 'b': expected finite numbers in Float32, found {text} at 1 in row-major order.",
        Refusal(Pair(), StoredTensor.From("a", [1.0, 2.0], 2), StoredTensor.From("b", [0, wrong], 2, 1)));

    [Fact]
    public void A_large_number_is_right_in_double()
    {
        using var stream = new MemoryStream();
        SafetensorsFile.Write(stream, [StoredTensor.From("a", [1e300], 1)]);
        stream.Position = 0;
        var network = new WeightedNetwork(ElementType.Float64, ("a", [1]));

        network.Load(stream);

        Assert.Equal(1e300, network.Parameters["a"][0]);
    }

    [Fact]
    public void Every_cut_of_a_file_is_refused()
    {
        using var stream = new MemoryStream();
        Pair().Save(stream);
        var whole = stream.ToArray();
        var network = Pair();
        var before = network.Values();

        for (var length = 0; length < whole.Length; length++)
        {
            using var cut = new MemoryStream(whole, 0, length);
            var error = Assert.Throws<InvalidDataException>(() => network.Load(cut));
            Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, network.Values());
    }
}
