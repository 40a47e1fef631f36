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

    /// <summary>One input of each size, and what follows it, each a result of its own.</summary>
    public static string Sweep(string layer, params IEnumerable<string> shapes) =>
        string.Join('\n', shapes.Select((shape, i) => $"[Input({shape}, Name = \"x{i}\"), {layer}, Output(Name = \"y{i}\")]"));

    /// <summary>The shapes of <see cref="Sizes"/> as C#.</summary>
    public static IEnumerable<string> Vectors => Sizes.Select(size => $"{size}");

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
