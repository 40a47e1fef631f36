using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Declarations;

namespace NetGen.RandomNetworks.Checks;

/// <summary>
/// What the compiler reads from the text is what the writer meant by it. The reference is made of what was read, as the emitted
/// code is, so that a setting or an argument that is taken for another one would be wrong in both alike.
/// </summary>
internal static class ReadingCheck
{
    /// <summary>Compares all that the writer knows: not the members of the class, nor the names that mean something else where it stands.</summary>
    public static void Run(NetworkDeclaration written, NetworkDeclaration read)
    {
        Same("the place of the class", written.Type, read.Type with { Members = written.Type.Members, HiddenNames = written.Type.HiddenNames });
        Network(written, read);
    }

    private static void Network(NetworkDeclaration written, NetworkDeclaration read)
    {
        Same("IsBlock", written.IsBlock, read.IsBlock);
        Same("whether all is read", !written.IsIncomplete, !read.IsIncomplete);
        Same("Precision", written.IsDouble, read.IsDouble);
        Same("L1", written.L1, read.L1);
        Same("L2", written.L2, read.L2);
        Same("the number of layers", written.Layers.Count, read.Layers.Count);
        foreach (var (before, after) in written.Layers.Zip(read.Layers))
        {
            Layer(before, after);
        }

        Same("what is wrong before any layer is looked at", Text(written.Errors.Select(error => error.Id)), Text(read.Errors.Select(error => error.Id)));
    }

    private static void Layer(LayerDeclaration written, LayerDeclaration read)
    {
        Same("the kind of a layer", written.Kind, read.Kind);
        Same($"Name of {written.Kind}", written.Name, read.Name);
        Same($"From of {written.Kind}", written.From, read.From);
        Same($"the arguments of {written.Kind}", Names(written), Names(read));
        foreach (var (before, after) in written.Arguments.Zip(read.Arguments).Where(pair => pair.First != pair.Second))
        {
            Same($"{before.Name} of {written.Kind}", Text(before), Text(after));
        }

        Same($"the own method of {written.Kind}", written.Function, read.Function);
        Same($"the class of {written.Kind}", written.Block?.TypeName, read.Block?.TypeName);
        if (written.Block?.Network is { } block)
        {
            Network(block, read.Block!.Network!);
        }
    }

    private static void Same<T>(string what, T written, T read)
    {
        if (!EqualityComparer<T>.Default.Equals(written, read))
        {
            CheckFailedException.Throw("reading", $"{what} is written as {written?.ToString() ?? "nothing"} and read as {read?.ToString() ?? "nothing"}.", what);
        }
    }

    private static string Names(LayerDeclaration layer) => Text(layer.Arguments.Select(argument => argument.Name));

    private static string Text(Argument argument) =>
        Text(argument.Numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)).Concat(argument.Texts.Select(text => $"\"{text}\"")));

    private static string Text(IEnumerable<string> parts) => string.Join(", ", parts);
}
