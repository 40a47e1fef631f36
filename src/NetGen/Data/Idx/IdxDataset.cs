using System;
using System.IO;

namespace NetGen;

/// <summary>Loads labelled images from IDX files, as those of MNIST and of Fashion-MNIST.</summary>
public static class IdxDataset
{
    private static readonly IdxForm Images = new(IdxElementType.UInt8, Axes: 3, "images × rows × columns");
    private static readonly IdxForm Labels = new(IdxElementType.UInt8, Axes: 1, "labels");

    /// <summary>Loads the four files of MNIST or of a data set in its form, such as Fashion-MNIST, each plain or with the ending <c>.gz</c>.</summary>
    /// <param name="directory">
    /// The folder with <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>, <c>t10k-images-idx3-ubyte</c> and <c>t10k-labels-idx1-ubyte</c>.
    /// </param>
    /// <param name="classCount">How many classes there are, so that every label lies in [0, classCount); left out: labels may be any bytes.</param>
    /// <returns>Images of shape [1, height, width] with values from 0 to 1, kept in memory as bytes, and class indices.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is not positive.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or has a label out of range, or the files do not fit together; the message names the file, what was expected and what was found.</exception>
    public static DatasetPair Load(string directory, int? classCount = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"There is no folder '{directory}'.");
        }

        var train = LoadPart(directory, "train", classCount);
        var test = LoadPart(directory, "t10k", classCount);
        var (expected, found) = (train.Columns[0].Shape, test.Columns[0].Shape);
        return expected.AsSpan().SequenceEqual(found.AsSpan())
            ? new DatasetPair(train, test)
            : throw new InvalidDataException(
                $"{directory}: expected test images of {expected[1]} × {expected[2]} pixels as the training images have, found {found[1]} × {found[2]}.");
    }

    /// <summary>Loads images and their labels.</summary>
    /// <param name="imagesPath">An IDX file of bytes with the axes image, row and column.</param>
    /// <param name="labelsPath">An IDX file of bytes with one label for each image.</param>
    /// <param name="classCount">How many classes there are, so that every label lies in [0, classCount); left out: labels may be any bytes.</param>
    /// <returns>Images of shape [1, height, width] with values from 0 to 1, kept in memory as bytes, and class indices.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is not positive.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or has a label out of range, or the files do not fit together.</exception>
    public static Dataset Load(string imagesPath, string labelsPath, int? classCount = null)
    {
        if (classCount is { } count)
        {
            Require.Positive(count, nameof(classCount));
        }

        var images = IdxFile.Read(imagesPath, Images);
        var labels = IdxFile.Read(labelsPath, Labels);
        if (images.Count == 0)
        {
            throw new InvalidDataException($"{imagesPath}: expected images, found {string.Join(" × ", images.Shape)} pixels.");
        }

        if (images.Shape[0] != labels.Shape[0])
        {
            throw new InvalidDataException(
                $"{labelsPath}: expected {images.Shape[0]} labels, one for each image of {Path.GetFileName(imagesPath)}; found {labels.Shape[0]}.");
        }

        CheckLabels(labels.Values<byte>(), classCount, labelsPath);
        return Dataset.FromImages(images.Values<byte>(), labels.ToInt32(), 1, images.Shape[1], images.Shape[2]);
    }

    private static Dataset LoadPart(string directory, string part, int? classCount) =>
        Load(Find(directory, $"{part}-images-idx3-ubyte"), Find(directory, $"{part}-labels-idx1-ubyte"), classCount);

    /// <summary>Checks here what every network checks again, because a network does not know from which file a label came.</summary>
    private static void CheckLabels(byte[] labels, int? classCount, string path)
    {
        var wrong = Array.FindIndex(labels, label => label >= classCount);
        if (wrong >= 0)
        {
            throw new InvalidDataException($"{path}: expected labels in [0, {classCount}), found {labels[wrong]} for image {wrong}.");
        }
    }

    private static string Find(string directory, string name)
    {
        var plain = Path.Combine(directory, name);
        var compressed = plain + ".gz";
        return File.Exists(plain) ? plain
            : File.Exists(compressed) ? compressed
            : throw new FileNotFoundException($"There is neither '{name}' nor '{name}.gz' in '{directory}'.", plain);
    }
}
