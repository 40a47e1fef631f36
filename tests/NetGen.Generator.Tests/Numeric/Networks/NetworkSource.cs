using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>A network of the table as a user would write it.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Layers">The attributes of the layers, as C#.</param>
/// <param name="Members">The members of the class.</param>
/// <param name="Arguments">Further arguments of <c>[Network]</c>.</param>
internal sealed record NetworkSource(string Name, string Layers, string Members = "", string Arguments = "")
{
    /// <summary>Sizes on either side of every boundary: nothing, half, one and two vectors, the block of 16, and a tail after each.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [1, 2, 3, 5, 8, 15, 16, 17, 33];

    /// <summary>One of the sizes; as the number goes up, each comes as often as every other.</summary>
    public static int Size(int number) => Sizes[number % Sizes.Count];

    /// <summary>One input of each shape and a layer on it, the result of which is an output.</summary>
    /// <param name="items">Shape and layer.</param>
    public static string Separate(params IEnumerable<(string Shape, string Layer)> items) =>
        string.Join('\n', items.Select((item, i) => $"[Input({item.Shape}, Name = \"x{i}\"), {item.Layer}, Output(Name = \"y{i}\")]"));

    /// <summary>The class in one of the two precisions.</summary>
    public string Text(Precision precision)
    {
        var arguments = new[] { precision == Precision.Double ? "Precision = Precision.Double" : string.Empty, Arguments };
        return $$"""
            /// <summary>A network of the table.</summary>
            [Network({{string.Join(", ", arguments.Where(argument => argument.Length > 0))}})]
            {{Layers}}
            public sealed partial class {{Name}}
            {
            {{Members}}
            }

            """;
    }
}
