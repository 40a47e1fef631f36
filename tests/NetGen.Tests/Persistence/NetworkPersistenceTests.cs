using System;
using System.IO;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Persistence;

public sealed class NetworkPersistenceTests
{
    [Theory]
    [InlineData(ElementType.Float32)]
    [InlineData(ElementType.Float64)]
    public void Weights_survive_the_round_trip(ElementType type)
    {
        using var folder = new TemporaryFolder();
        var saved = WeightedNetwork.Two(type).Filled();
        var loaded = WeightedNetwork.Two(type);

        saved.Save(folder.File("w.safetensors"));
        loaded.Load(folder.File("w.safetensors"));

        Assert.Equal(saved.Values(), loaded.Values());
        Assert.Equal(new[] { "w.safetensors" }, Directory.GetFiles(folder.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void Streams_serve_as_well_as_files()
    {
        using var stream = new MemoryStream();
        var saved = WeightedNetwork.Two().Filled();
        var loaded = WeightedNetwork.Two();

        saved.Save(stream);
        stream.Position = 0;
        loaded.Load(stream);

        Assert.Equal(saved.Values(), loaded.Values());
    }

    [Fact]
    public void A_load_is_one_change_and_keeps_the_padding_zero()
    {
        using var stream = new MemoryStream();
        WeightedNetwork.Two().Filled().Save(stream);
        stream.Position = 0;
        var network = WeightedNetwork.Two();
        var version = network.Parameters.Version;

        network.Load(stream);

        Assert.Equal(version + 2, network.Parameters.Version);
        var values = network.Parameters.Buffer.AsSpan<float>().ToArray();
        Assert.Equal(values.Length - network.Values().Sum(v => v.Length), values.Count(value => value == 0));
    }

    [Fact]
    public void Other_names_with_the_same_shapes_are_taken_in_order()
    {
        using var stream = new MemoryStream();
        var saved = WeightedNetwork.Two(prefix: "fc").Filled();
        var loaded = WeightedNetwork.Two();

        saved.Save(stream);
        stream.Position = 0;
        loaded.Load(stream);

        Assert.Equal(saved.Values(), loaded.Values());
    }

    [Fact]
    public void Names_win_over_order()
    {
        using var stream = new MemoryStream();
        var saved = new WeightedNetwork(ElementType.Float32, ("b", [2]), ("a", [2])).Filled();
        var loaded = new WeightedNetwork(ElementType.Float32, ("a", [2]), ("b", [2]));

        saved.Save(stream);
        stream.Position = 0;
        loaded.Load(stream);

        Assert.Equal(saved.Values().Reverse(), loaded.Values());
    }

    [Fact]
    public void Saving_during_a_training_step_is_refused_and_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("w", "old");
        var network = WeightedNetwork.Two().Filled();

        network.Parameters.BeginUpdate();
        Assert.Throws<InvalidOperationException>(() => network.Save(path));
        Assert.Throws<InvalidOperationException>(() => network.Load(TestFiles.Path("pytorch-f32.safetensors")));
        network.Parameters.EndUpdate();

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(WeightedNetwork.Two().Filled().Values(), network.Values());
        network.Load(TestFiles.Path("pytorch-f32.safetensors"));
    }

    [Fact]
    public void Weights_that_are_not_finite_are_not_saved_over_good_ones()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("w", "old");
        var network = WeightedNetwork.Two();
        network.Parameters.Buffer.AsSpan<float>()[network.Parameters.Segments[2].Locate(4)] = float.NaN;

        var error = Assert.Throws<InvalidOperationException>(() => network.Save(path));

        Assert.Equal("Parameter 'dense2.weight': expected finite numbers, found NaN at 4 in row-major order; nothing was saved.", error.Message);
        Assert.Equal("old", File.ReadAllText(path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var network = WeightedNetwork.Two();

        Assert.Throws<DirectoryNotFoundException>(() => network.Save(folder.File("none/w")));
        Assert.Throws<IOException>(() => network.Save(folder.FullName));
        Assert.Throws<FileNotFoundException>(() => network.Load(folder.File("none")));
        Assert.Empty(Directory.GetFileSystemEntries(folder.FullName));
    }
}
