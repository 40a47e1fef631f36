using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class Cifar10DatasetTests
{
    private const int Pixels = 3 * 32 * 32;

    /// <summary>Images of which the first byte of each colour is the number of the image plus 10, 20 and 30.</summary>
    internal static byte[] Records(params byte[] classes)
    {
        var bytes = new byte[classes.Length * (1 + Pixels)];
        for (var image = 0; image < classes.Length; image++)
        {
            var record = bytes.AsSpan(image * (1 + Pixels), 1 + Pixels);
            record[0] = classes[image];
            (record[1], record[1 + 1024], record[1 + 2048]) = ((byte)(image + 10), (byte)(image + 20), (byte)(image + 30));
        }

        return bytes;
    }

    internal static byte[] Compressed(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return memory.ToArray();
    }

    private static int[] Classes(Dataset data) =>
        Describe.Fill(data, [.. Enumerable.Range(0, data.Count)], Describe.Input("image", 3, 32, 32), Describe.Class("class", 10))["class"].AsSpan<int>().ToArray();

    [Fact]
    public void The_published_names_become_two_data_sets_in_the_order_of_their_names()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data_batch_2.bin", Records(2, 3));
        folder.Write("data_batch_1.bin.gz", Compressed(Records(1)));
        folder.Write("test_batch.bin", Records(9, 8, 7));
        folder.Write("batches.meta.txt", "airplane");
        folder.Write("train.txt", "nothing");

        var (train, test) = Cifar10Dataset.Load(folder.FullName);

        Assert.Equal([1, 2, 3], Classes(train));
        Assert.Equal([9, 8, 7], Classes(test));
    }

    [Fact]
    public void Colours_are_channels_with_values_from_0_to_1()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("images", Records(4, 5));

        var batch = Describe.Fill(Cifar10Dataset.LoadFiles(path), [1], Describe.Input("image", 3, 32, 32), Describe.Class("class", 10));

        var image = batch["image"].AsSpan<float>();
        Assert.Equal([(float)(11 / 255.0), (float)(21 / 255.0), (float)(31 / 255.0)], [image[0], image[1024], image[2048]]);
        Assert.Equal(3, image.ToArray().Count(value => value != 0));
    }

    [Fact]
    public void Other_names_and_endings_are_recognised_and_the_plain_form_comes_first()
    {
        using var folder = new TemporaryFolder();
        folder.Write("cifar10_train_first4.bin.gz", Compressed(Records(1)));
        folder.Write("Test.BIN", Records(6));
        folder.Write("test2.bin", Records(7));
        folder.Write("test2.bin.gz", Compressed(Records(8)));

        var (train, test) = Cifar10Dataset.Load(folder.FullName);

        Assert.Equal([1], Classes(train));
        Assert.Equal([6, 7], Classes(test));
    }

    [Fact]
    public void There_are_ten_names() =>
        Assert.Equal(("airplane", "truck", 10), (Cifar10Dataset.ClassNames[0], Cifar10Dataset.ClassNames[9], Cifar10Dataset.ClassNames.Distinct().Count()));

    [Fact]
    public void A_missing_folder_or_file_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal($"There is no folder '{folder.File("none")}'.", Assert.Throws<DirectoryNotFoundException>(() => Cifar10Dataset.Load(folder.File("none"))).Message);
        Assert.Equal($"There is no file '{folder.File("none")}'.", Assert.Throws<FileNotFoundException>(() => Cifar10Dataset.LoadFiles(folder.File("none"))).Message);
        Assert.Throws<ArgumentException>("paths", () => Cifar10Dataset.LoadFiles());

        folder.Write("test_batch.bin", Records(1));
        Assert.Equal(
            $"There is no file with 'data_batch' or 'train' in its name and the ending '.bin' or '.bin.gz' in '{folder.FullName}'.",
            Assert.Throws<FileNotFoundException>(() => Cifar10Dataset.Load(folder.FullName)).Message);

        File.Move(folder.File("test_batch.bin"), folder.File("data_batch_1.bin"));
        Assert.Equal(
            $"There is no file with 'test' in its name and the ending '.bin' or '.bin.gz' in '{folder.FullName}'.",
            Assert.Throws<FileNotFoundException>(() => Cifar10Dataset.Load(folder.FullName)).Message);
    }

    [Fact]
    public void A_name_for_both_is_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("train_test.bin", Records(1));

        Assert.Equal(
            $"{path}: expected a name for training ('data_batch', 'train') or for the test ('test'), found both.",
            Assert.Throws<InvalidDataException>(() => Cifar10Dataset.Load(folder.FullName)).Message);
    }

    [Theory]
    [InlineData(0, "0 bytes, no image")]
    [InlineData(1, "1 bytes, 0 images and 1 bytes more")]
    [InlineData(3072, "3072 bytes, 0 images and 3072 bytes more")]
    [InlineData(6145, "6145 bytes, 1 images and 3072 bytes more")]
    public void A_cut_off_file_is_refused(int length, string found)
    {
        using var folder = new TemporaryFolder();
        var bytes = Records(1, 2)[..length];
        foreach (var path in new[] { folder.Write("plain", bytes), folder.Write("compressed", Compressed(bytes)) })
        {
            // An empty file has no header of gzip either: nothing is what both forms of it say.
            Assert.Equal(
                $"{path}: expected 3073 bytes for each image, 1 for its class and 3072 for its pixels; found {found}.",
                Assert.Throws<InvalidDataException>(() => Cifar10Dataset.LoadFiles(path)).Message);
        }
    }

    [Fact]
    public void A_class_out_of_range_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("images", Records(9, 10, 255));

        Assert.Equal($"{path}: expected classes in [0, 10), found 10 for image 1.", Assert.Throws<InvalidDataException>(() => Cifar10Dataset.LoadFiles(path)).Message);
    }

    [Fact]
    public void Compressed_files_may_be_joined()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("joined.bin.gz", [.. Compressed(Records(1, 2)), .. Compressed(Records(3))]);

        Assert.Equal([1, 2, 3], Classes(Cifar10Dataset.LoadFiles(path)));
    }

    /// <summary>The end of the compressed data, where a whole number of images may have been read already, and its check sum included.</summary>
    [Fact]
    public void Damaged_compressed_data_is_refused_wherever_it_is_damaged()
    {
        using var folder = new TemporaryFolder();
        var noise = Records(1, 2, 3);
        var random = new Random(1);
        for (var image = 0; image < 3; image++)
        {
            random.NextBytes(noise.AsSpan((image * 3073) + 1, Pixels));
        }

        var whole = Compressed(noise);
        for (var length = 2; length < whole.Length; length += length is < 20 or > 9_600 ? 1 : 331)
        {
            Refuse(whole[..length]);
        }

        foreach (var place in new[] { 2, 10, whole.Length / 2, whole.Length - 8, whole.Length - 1 })
        {
            var damaged = (byte[])whole.Clone();
            damaged[place] ^= 0xFF;
            Refuse(damaged);
        }

        void Refuse(byte[] bytes)
        {
            var path = folder.Write("damaged.bin.gz", bytes);
            Assert.Equal($"{path}: the compressed data is damaged or cut off.", Assert.Throws<InvalidDataException>(() => Cifar10Dataset.LoadFiles(path)).Message);
        }
    }
}
