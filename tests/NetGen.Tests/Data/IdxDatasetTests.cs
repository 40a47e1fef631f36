using System;
using System.IO;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class IdxDatasetTests
{
    private static void Write(TemporaryFolder folder, string part, int count, int height = 2, int width = 3, bool compress = false)
    {
        byte[] pixels = [.. Enumerable.Range(0, count * height * width).Select(i => (byte)i)];
        byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];
        var ending = compress ? ".gz" : string.Empty;
        IdxFile.Write(folder.File($"{part}-images-idx3-ubyte{ending}"), IdxArray.From(pixels, count, height, width), compress);
        IdxFile.Write(folder.File($"{part}-labels-idx1-ubyte{ending}"), IdxArray.From(labels, count), compress);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_four_files_become_two_data_sets(bool compress)
    {
        using var folder = new TemporaryFolder();
        Write(folder, "train", 12, compress: compress);
        Write(folder, "t10k", 5, compress: !compress);

        var (train, test) = IdxDataset.Load(folder.FullName);

        Assert.Equal((12, 5), (train.Count, test.Count));
        var batch = Describe.Fill(train, [11], Describe.Input("image", 1, 2, 3), Describe.Class("digit", 10));
        Assert.Equal(Enumerable.Range(66, 6).Select(b => (float)(b / 255.0)), batch["image"].AsSpan<float>().ToArray());
        Assert.Equal([1], batch["digit"].AsSpan<int>());
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        using var folder = new TemporaryFolder();
        var error = Assert.Throws<DirectoryNotFoundException>(() => IdxDataset.Load(folder.File("none")));
        Assert.Equal($"There is no folder '{folder.File("none")}'.", error.Message);
    }

    [Fact]
    public void A_missing_file_is_named_in_both_forms()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "train", 2);

        var error = Assert.Throws<FileNotFoundException>(() => IdxDataset.Load(folder.FullName));

        Assert.Equal($"There is neither 't10k-images-idx3-ubyte' nor 't10k-images-idx3-ubyte.gz' in '{folder.FullName}'.", error.Message);
    }

    [Fact]
    public void Images_and_labels_of_different_counts_are_refused()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "train", 3);
        IdxFile.Write(folder.File("train-labels-idx1-ubyte"), IdxArray.From(new byte[4], 4));

        var error = Assert.Throws<InvalidDataException>(() => IdxDataset.Load(folder.FullName));

        Assert.Equal(
            $"{folder.File("train-labels-idx1-ubyte")}: expected 3 labels, one for each image of train-images-idx3-ubyte; found 4.",
            error.Message);
    }

    [Fact]
    public void Images_of_different_sizes_are_refused()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "train", 3);
        Write(folder, "t10k", 3, height: 3, width: 2);

        var error = Assert.Throws<InvalidDataException>(() => IdxDataset.Load(folder.FullName));

        Assert.EndsWith("expected test images of 2 × 3 pixels as the training images have, found 3 × 2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_in_place_of_images_are_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("labels");
        IdxFile.Write(path, IdxArray.From(new byte[3], 3));

        var error = Assert.Throws<InvalidDataException>(() => IdxDataset.Load(path, path));

        Assert.Equal($"{path}: expected magic number 0x00000803 (UInt8 values, 3 axes: images × rows × columns), found 0x00000801.", error.Message);
    }

    [Fact]
    public void Labels_of_another_type_are_refused()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "train", 3);
        var labels = folder.File("wide");
        IdxFile.Write(labels, IdxArray.From(new[] { 1, 2, 3 }, 3));

        var error = Assert.Throws<InvalidDataException>(() => IdxDataset.Load(folder.File("train-images-idx3-ubyte"), labels));

        Assert.Contains("expected magic number 0x00000801 (UInt8 values, 1 axis: labels), found 0x00000C01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_another_type_are_refused_by_their_header()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "train", 3);
        var images = folder.File("train-images-idx3-ubyte");
        var bytes = File.ReadAllBytes(images);
        bytes[2] = 0x0D;
        File.WriteAllBytes(images, bytes);

        var error = Assert.Throws<InvalidDataException>(() => IdxDataset.Load(images, folder.File("train-labels-idx1-ubyte")));

        Assert.Equal($"{images}: expected magic number 0x00000803 (UInt8 values, 3 axes: images × rows × columns), found 0x00000D03.", error.Message);
    }

    [Theory]
    [InlineData("train")]
    [InlineData("t10k")]
    public void A_label_out_of_range_is_named_with_its_file(string part)
    {
        using var folder = new TemporaryFolder();
        Write(folder, "train", 3);
        Write(folder, "t10k", 3);
        var labels = folder.File($"{part}-labels-idx1-ubyte");
        IdxFile.Write(labels, IdxArray.From(new byte[] { 0, 9, 77 }, 3));

        var error = Assert.Throws<InvalidDataException>(() => IdxDataset.Load(folder.FullName, classCount: 10));

        Assert.Equal($"{labels}: expected labels in [0, 10), found 77 for image 2.", error.Message);
        Assert.Equal(3, IdxDataset.Load(folder.FullName, classCount: 78).Train.Count);
        Assert.Equal(3, IdxDataset.Load(folder.FullName).Train.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => IdxDataset.Load(folder.FullName, classCount: 0));
    }

    [Fact]
    public void Files_without_images_are_refused()
    {
        using var folder = new TemporaryFolder();
        IdxFile.Write(folder.File("images"), IdxArray.From(Array.Empty<byte>(), 0, 28, 28));
        IdxFile.Write(folder.File("labels"), IdxArray.From(Array.Empty<byte>(), 0));

        var error = Assert.Throws<InvalidDataException>(() => IdxDataset.Load(folder.File("images"), folder.File("labels")));

        Assert.Equal($"{folder.File("images")}: expected images, found 0 × 28 × 28 pixels.", error.Message);
    }
}
