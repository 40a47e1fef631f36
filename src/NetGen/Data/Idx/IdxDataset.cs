using System;
using System.IO;

namespace NetGen;

/// <summary>Loads labelled images from IDX files, as those of MNIST and of Fashion-MNIST.</summary>
public static class IdxDataset
{
    /// <summary>Loads the four files of MNIST or of a data set in its form, such as Fashion-MNIST, each plain or with the ending <c>.gz</c>.</summary>
    /// <param name="directory">
    /// The folder with <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>, <c>t10k-images-idx3-ubyte</c> and <c>t10k-labels-idx1-ubyte</c>.
    /// </param>
    /// <returns>Images of shape [1, height, width] with values from 0 to 1, kept in memory as bytes, and class indices.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not fit together; the message names the file, what was expected and what was found.</exception>
    public static DatasetPair Load(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"There is no folder '{directory}'.");
        }

        var train = LoadPart(directory, "train");
        var test = LoadPart(directory, "t10k");
        var (expected, found) = (train.Columns[0].Shape, test.Columns[0].Shape);
        return expected.AsSpan().SequenceEqual(found.AsSpan())
            ? new DatasetPair(train, test)
            : throw new InvalidDataException(
                $"{directory}: expected test images of {expected[1]} × {expected[2]} pixels as the training images have, found {found[1]} × {found[2]}.");
    }

    /// <summary>Loads images and their labels.</summary>
    /// <param name="imagesPath">An IDX file of bytes with the axes image, row and column.</param>
    /// <param name="labelsPath">An IDX file of bytes with one label for each image.</param>
    /// <returns>Images of shape [1, height, width] with values from 0 to 1, kept in memory as bytes, and class indices.</returns>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not fit together.</exception>
    public static Dataset Load(string imagesPath, string labelsPath)
    {
        var images = Read(imagesPath, axes: 3, "images × rows × columns");
        var labels = Read(labelsPath, axes: 1, "labels");
        if (images.Count == 0)
        {
            throw new InvalidDataException($"{imagesPath}: expected images, found {string.Join(" × ", images.Shape)} pixels.");
        }

        return images.Shape[0] == labels.Shape[0]
            ? Dataset.FromImages(images.Values<byte>(), labels.ToInt32(), 1, images.Shape[1], images.Shape[2])
            : throw new InvalidDataException(
                $"{labelsPath}: expected {images.Shape[0]} labels, one for each image of {Path.GetFileName(imagesPath)}; found {labels.Shape[0]}.");
    }

    private static Dataset LoadPart(string directory, string part) =>
        Load(Find(directory, $"{part}-images-idx3-ubyte"), Find(directory, $"{part}-labels-idx1-ubyte"));

    private static string Find(string directory, string name)
    {
        var plain = Path.Combine(directory, name);
        var compressed = plain + ".gz";
        return File.Exists(plain) ? plain
            : File.Exists(compressed) ? compressed
            : throw new FileNotFoundException($"There is neither '{name}' nor '{name}.gz' in '{directory}'.", plain);
    }

    private static IdxArray Read(string path, int axes, string meaning)
    {
        var array = IdxFile.Read(path);
        return array.ElementType == IdxElementType.UInt8 && array.Shape.Length == axes
            ? array
            : throw new InvalidDataException(
                $"{path}: expected magic number 0x0000080{axes} (bytes, {axes} axes: {meaning}), found 0x0000{(int)array.ElementType:X2}{array.Shape.Length:X2}.");
    }
}
