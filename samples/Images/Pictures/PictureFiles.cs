using System;
using System.Collections.Generic;
using System.IO;
using NetGen.Samples.Images.Models;
using NetGen.Samples.Images.Sources;

namespace NetGen.Samples.Images.Pictures;

/// <summary>The files with what there is to see of a network.</summary>
internal static class PictureFiles
{
    private const string Filters = "filters.svg";
    private const string Activations = "activations.svg";
    private const int FiltersBeside = 8;
    private const int MapsBeside = 9;

    /// <summary>Finds out before a training whether the pictures have places to be written to.</summary>
    /// <exception cref="IOException">One of them has none.</exception>
    public static void CheckPlaces(string folder)
    {
        NetworkPersistence.CheckPlace(Path.Combine(folder, Filters));
        NetworkPersistence.CheckPlace(Path.Combine(folder, Activations));
    }

    /// <summary>Draws the filters of the first layer, and what they answer to the first test image.</summary>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(string folder, ColourNet network, ImagesSource source, IDataset test) =>
    [
        Write(Path.Combine(folder, Filters), "filters of the first layer", NetworkPictures.Filters(network), FiltersBeside),
        Write(Path.Combine(folder, Activations), "the first test image, and what the filters of the first layer answer", NetworkPictures.Activations(network, source, test, 0), MapsBeside),
    ];

    // Beside the file first and then in its place: a picture is there as a whole or not at all.
    private static string Write(string path, string title, IReadOnlyList<Tile> tiles, int columns)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                SvgSheet.Write(file, title, tiles, columns);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return path;
    }
}
