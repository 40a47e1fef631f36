using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NetGen;

/// <summary>Which files of a folder hold the images for training and which those for the test.</summary>
internal static class CifarFolder
{
    private const string Plain = ".bin";
    private const string Compressed = ".bin.gz";

    public static (IReadOnlyList<string> Train, IReadOnlyList<string> Test) Find(string directory)
    {
        var (train, test) = (new List<string>(), new List<string>());
        foreach (var path in Files(directory))
        {
            var name = Path.GetFileName(path);
            var (forTraining, forTest) = (Has(name, "data_batch") || Has(name, "train"), Has(name, "test"));
            if (forTraining && forTest)
            {
                throw new InvalidDataException($"{path}: expected a name for training ('data_batch', 'train') or for the test ('test'), found both.");
            }

            if (forTraining || forTest)
            {
                (forTraining ? train : test).Add(path);
            }
        }

        return (NotEmpty(train, directory, "'data_batch' or 'train'"), NotEmpty(test, directory, "'test'"));
    }

    private static IEnumerable<string> Files(string directory)
    {
        var paths = Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal).ToArray();
        return paths.Where(path => Ends(path, Plain) || (Ends(path, Compressed) && !paths.Contains(path[..^".gz".Length])));
    }

    private static IReadOnlyList<string> NotEmpty(List<string> paths, string directory, string names) => paths.Count > 0
        ? paths
        : throw new FileNotFoundException($"There is no file with {names} in its name and the ending '{Plain}' or '{Compressed}' in '{directory}'.");

    private static bool Has(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
