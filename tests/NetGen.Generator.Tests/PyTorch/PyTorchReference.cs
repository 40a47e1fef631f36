using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace NetGen.Generator.Tests.PyTorch;

/// <summary>The numbers that PyTorch computed for one network; make_references.py says what is in the file.</summary>
internal sealed class PyTorchReference
{
    private readonly Dictionary<string, StoredTensor> _tensors;

    private PyTorchReference(IEnumerable<StoredTensor> tensors) => _tensors = tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);

    /// <summary>How many samples the batch has.</summary>
    public int Samples => _tensors.First(pair => pair.Key.StartsWith("input/", StringComparison.Ordinal)).Value.Shape[0];

    /// <summary>The names behind a prefix, as those of the outputs behind <c>double/output/</c>.</summary>
    public IEnumerable<string> Names(string prefix) =>
        _tensors.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);

    public static IEnumerable<string> Files() => Directory.GetFiles(Folder(), "*.safetensors").Select(path => Path.GetFileNameWithoutExtension(path)!);

    public static PyTorchReference Read(string network) =>
        new(SafetensorsFile.Read(Path.Combine(Folder(), network + ".safetensors")).Tensors);

    /// <summary>The prefix or name of a result in prediction form: the same as in training form unless there are both.</summary>
    /// <param name="precision">The precision with a slash.</param>
    /// <param name="name">The result in training form.</param>
    public string Predicted(string precision, string name) =>
        Names(precision + "predicted/").Any() ? $"{precision}predicted/{name}" : precision + name;

    public bool Has(string name) => _tensors.ContainsKey(name);

    public double[] this[string name] => _tensors[name].ToDouble();

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "References");
}
