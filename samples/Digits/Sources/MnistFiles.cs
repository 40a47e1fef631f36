using System.Collections.Generic;

namespace NetGen.Samples.Digits.Sources;

/// <summary>The four files of the MNIST database (LeCun, Cortes and Burges, 1998) with their published MD5 sums.</summary>
internal static class MnistFiles
{
    /// <summary>A copy that is served to everyone.</summary>
    public const string DefaultMirror = "https://ossci-datasets.s3.amazonaws.com/mnist/";

    /// <summary>The folder for those who name none.</summary>
    public const string DefaultFolder = "mnist";

    public static IReadOnlyList<(string Name, string Md5)> All { get; } =
    [
        ("train-images-idx3-ubyte.gz", "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
        ("train-labels-idx1-ubyte.gz", "d53e105ee54ea40749a09fcbcd1e9432"),
        ("t10k-images-idx3-ubyte.gz", "9fb629c4189551a2d022fa330f9573f3"),
        ("t10k-labels-idx1-ubyte.gz", "ec29112dd5afa0611ce80d1b7f02629c"),
    ];
}
