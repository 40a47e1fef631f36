using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace NetGen;

/// <summary>
/// Loads the images of CIFAR-10 (A. Krizhevsky, <em>Learning Multiple Layers of Features from Tiny Images</em>, 2009) from files of the
/// binary version, plain or compressed with gzip: for each image one byte with its class, then 1,024 bytes each of red, green and blue,
/// row by row.
/// </summary>
public static class Cifar10Dataset
{
    /// <summary>The height and the width of an image in pixels.</summary>
    public const int Side = 32;

    /// <summary>The colours of a pixel: red, green and blue.</summary>
    public const int Channels = 3;

    /// <summary>The names of the ten classes, in the order of their indices.</summary>
    public static ImmutableArray<string> ClassNames { get; } =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>
    /// Loads all files of a folder whose names end in <c>.bin</c> or <c>.bin.gz</c>: those with <c>data_batch</c> or <c>train</c> in their
    /// names are for training, as <c>data_batch_1.bin</c>, those with <c>test</c> for the test, as <c>test_batch.bin</c>; others are left alone.
    /// Where a file is there in both forms, the plain one counts.
    /// </summary>
    /// <param name="directory">The folder.</param>
    /// <returns>Images of shape [3, 32, 32] with values from 0 to 1, kept in memory as bytes, and class indices; the files in the order of their names.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">There is no file for training, or none for the test.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or named for both; the message names it, what was expected and what was found.</exception>
    public static DatasetPair Load(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"There is no folder '{directory}'.");
        }

        var (train, test) = CifarFolder.Find(directory);
        return new DatasetPair(LoadFiles([.. train]), LoadFiles([.. test]));
    }

    /// <summary>Loads the images of some files, one file after the other.</summary>
    /// <param name="paths">The files, at least one.</param>
    /// <returns>Images of shape [3, 32, 32] with values from 0 to 1, kept in memory as bytes, and class indices.</returns>
    /// <exception cref="ArgumentException">No file is named.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, as one that is cut off, or has a class out of range; the message names it, what was expected and what was found.</exception>
    /// <exception cref="OverflowException">The images have 2³¹ bytes or more.</exception>
    public static Dataset LoadFiles(params ReadOnlySpan<string> paths)
    {
        if (paths.IsEmpty)
        {
            throw new ArgumentException("Expected at least one file, found none.", nameof(paths));
        }

        var files = new List<CifarFile>();
        foreach (var path in paths)
        {
            files.Add(CifarFile.Read(path));
        }

        var count = files.Sum(file => file.Count);
        var (pixels, classes) = (new byte[checked(count * CifarFile.PixelBytes)], new int[count]);
        var start = 0;
        foreach (var file in files)
        {
            file.CopyTo(pixels.AsSpan(start * CifarFile.PixelBytes), classes.AsSpan(start));
            start += file.Count;
        }

        return Dataset.FromImages(pixels, classes, Channels, Side, Side);
    }
}
