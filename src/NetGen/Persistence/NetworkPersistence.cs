using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace NetGen;

/// <summary>Saves the weights of networks to safetensors files and loads them, with names and shapes as PyTorch has them.</summary>
public static class NetworkPersistence
{
    /// <summary>
    /// Saves all parameters. The file is written as a whole or not at all: an error leaves an older one as it was. A symbolic
    /// link stays one, and the file that it leads to is replaced.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file to create or to replace.</param>
    /// <exception cref="InvalidOperationException">A training step of the same instance is under way, or a parameter holds a number that is not finite.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes no new files from this user.</exception>
    public static void Save(this INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        var tensors = ToTensors(network);
        SafetensorsFile.Write(path, tensors, Metadata);
    }

    /// <summary>
    /// Checks that <see cref="Save(INetwork, string)"/> has a place to write to, for those who would rather know before a long
    /// training than after it. What the folder holds stays as it was.
    /// </summary>
    /// <param name="path">The file to be created or replaced.</param>
    /// <exception cref="IOException">
    /// The path is that of a folder, a device, a pipe or a socket, there is no such folder, or a file cannot be created there.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes no new files from this user.</exception>
    public static void CheckPlace(string path) => AtomicFile.Check(path);

    /// <summary>Writes all parameters to a stream.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">The stream.</param>
    /// <exception cref="InvalidOperationException">A training step of the same instance is under way, or a parameter holds a number that is not finite.</exception>
    public static void Save(this INetwork network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        SafetensorsFile.Write(stream, ToTensors(network), Metadata);
    }

    /// <summary>
    /// Sets all parameters from a file: by name where it has exactly the network's names, else by order where it has as many
    /// tensors with the same shapes in order. Numbers are rounded where the network's are narrower. All is set or nothing.
    /// </summary>
    /// <param name="network">The network; an error leaves it as it was.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, does not fit the network, or holds a number that is not finite; the message lists the tensors
    /// that are missing, unexpected or of another shape.
    /// </exception>
    /// <exception cref="InvalidOperationException">A training step of the same instance is under way.</exception>
    public static void Load(this INetwork network, string path)
    {
        ArgumentNullException.ThrowIfNull(network);
        Set(network.Parameters, SafetensorsFile.Read(path).Tensors, path);
    }

    /// <summary>Sets all parameters from a stream, as <see cref="Load(INetwork, string)"/> does from a file; the stream is read to its end.</summary>
    /// <param name="network">The network; an error leaves it as it was.</param>
    /// <param name="stream">The stream.</param>
    /// <exception cref="InvalidDataException">The stream is damaged, does not fit the network, or holds a number that is not finite.</exception>
    /// <exception cref="InvalidOperationException">A training step of the same instance is under way.</exception>
    public static void Load(this INetwork network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        const string name = "the stream of weights";
        Set(network.Parameters, SafetensorsFile.Read(stream, name).Tensors, name);
    }

    // "pt" says that names and shapes follow PyTorch; tools that load such files ask for it.
    private static ImmutableSortedDictionary<string, string> Metadata { get; } =
        ImmutableSortedDictionary<string, string>.Empty.Add("format", "pt");

    private static ImmutableArray<StoredTensor> ToTensors(INetwork network)
    {
        var store = network.Parameters;
        var version = store.BeginRead();
        ImmutableArray<StoredTensor> tensors = [.. store.Views().Select(view => ToTensor(view, store.Buffer.ElementType))];
        store.EndRead(version);
        return tensors;
    }

    private static StoredTensor ToTensor(ParameterView view, ElementType type)
    {
        var values = view.ToArray<double>();
        var wrong = Array.FindIndex(values, value => !double.IsFinite(value));
        if (wrong >= 0)
        {
            throw new InvalidOperationException(
                $"Parameter '{view.Name}': expected finite numbers, found {values[wrong]} at {wrong} in row-major order; nothing was saved.");
        }

        return type == ElementType.Float64
            ? StoredTensor.From(view.Name, values, view.Shape.AsSpan())
            : StoredTensor.From(view.Name, view.ToArray<float>(), view.Shape.AsSpan());
    }

    private static void Set(ParameterStore store, ImmutableArray<StoredTensor> tensors, string file)
    {
        var sources = WeightMatcher.Match(store.Segments, tensors, file);
        var staged = new ParameterBuffer(store.Segments, store.Buffer.ElementType);
        foreach (var (view, tensor) in staged.Views().Zip(sources))
        {
            view.CopyFrom<double>(Finite(tensor, store.Buffer.ElementType, file));
        }

        store.BeginUpdate();
        store.Buffer.CopyFrom(staged.Buffer);
        store.EndUpdate();
    }

    private static double[] Finite(StoredTensor tensor, ElementType type, string file)
    {
        var values = tensor.ToDouble();
        var wrong = Array.FindIndex(values, value => !(type == ElementType.Float64 ? double.IsFinite(value) : float.IsFinite((float)value)));
        return wrong < 0
            ? values
            : throw new InvalidDataException(
                $"{file}: tensor '{tensor.Name}': expected finite numbers in {type}, found {values[wrong].ToString("R", System.Globalization.CultureInfo.InvariantCulture)} at {wrong} in row-major order.");
    }
}
