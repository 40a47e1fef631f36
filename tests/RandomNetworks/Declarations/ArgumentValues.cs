using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>Chooses values for arguments by their types and what there is in the network so far; some make no sense.</summary>
/// <param name="random">Where choices come from.</param>
internal sealed class ArgumentValues(Random random)
{
    /// <summary>Sizes on either side of every boundary: a vector of each width, the block of 16, and a tail after each.</summary>
    private static readonly ImmutableArray<int> Sizes = [1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33];

    /// <summary>How many axes: images are what most kinds of layers take.</summary>
    private static readonly ImmutableArray<int> Ranks = [1, 2, 3, 3];

    private static readonly ImmutableArray<int> Nonsense = [0, -1, -2, -7, int.MinValue, int.MaxValue, 65536, 1 << 30];

    private static readonly ImmutableArray<double> Numbers = [0.01, 0.1, 0.25, 0.5, 0.9, 1, 1.5, 2, 3, 0];

    private static readonly ImmutableArray<double> WildNumbers =
        [-0.0, -1, -0.5, 1e-30, 1e-300, 1e30, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1.0000001];

    private static readonly ImmutableArray<string> Names =
    [
        "a", "b", "c", "h1", "skip", "state", "class", "int", "value", "größe", "Ω", "_", "_x", "X", "x", "A", "input", "output", "target",
        "loss", "weight", "bias", "gradient", "samples", "workspace", "parameters", "shared", "capacity", "batch", "Predict", "Parameters", "System",
        "NetGen", "Math", "Vector", "Unsafe", "ref", "var", "dense1", "Dense", "nameof", "field", "x1Gradient", "Sample",
    ];

    private static readonly ImmutableArray<string> WildNames = ["", " ", "1a", "a b", "a.b", "a-b", "\"", "a\nb", "\\", "😀", "a\u0000", "@class", "é́"];

    /// <summary>A name to give to a layer or column.</summary>
    public string NewName(bool isWild) => isWild ? Pick(WildNames) : Pick(Names);

    /// <summary>A value for an argument.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="draft">The network so far.</param>
    /// <param name="isWild">Whether it need not make sense.</param>
    public object Of(ArgumentKind argument, Draft draft, bool isWild)
    {
        isWild = isWild && random.Next(3) == 0;
        return argument.Type switch
        {
            var type when type == typeof(int) => Int(draft, isWild),
            var type when type == typeof(int[]) => Ints(draft, isWild),
            var type when type == typeof(double) => Pick(isWild ? WildNumbers : Numbers),
            var type when type == typeof(bool) => random.Next(2) == 0,
            var type when type == typeof(string[]) => Enumerable.Range(0, random.Next(isWild ? 0 : 1, 4)).Select(_ => Earlier(draft, isWild)).ToArray(),
            var type when type == typeof(string) => argument.Name is "Name" or "Target" ? NewName(isWild) : Earlier(draft, isWild),
            { IsEnum: true } type => Member(type, isWild),
            var type => throw new NotSupportedException($"Nobody has said which {type.Name} an argument such as '{argument.Name}' may be."),
        };
    }

    private string Earlier(Draft draft, bool isWild) =>
        isWild || draft.Names.Count == 0 ? NewName(random.Next(2) == 0) : draft.Names[random.Next(draft.Names.Count)];

    private int Int(Draft draft, bool isWild)
    {
        if (isWild)
        {
            return Pick(Nonsense);
        }

        // A size of a value before it or a divisor of one often fits where no other number does.
        var known = random.Next(2) == 0 ? draft.LastShape : draft.AnyShape(random);
        if (known.Count > 0 && random.Next(3) == 0)
        {
            var size = known[random.Next(known.Count)];
            return random.Next(2) == 0 ? size : Pick([.. Enumerable.Range(1, size).Where(divisor => size % divisor == 0)]);
        }

        return random.Next(6) == 0 ? random.Next(-3, 3) : Pick(Sizes);
    }

    private int[] Ints(Draft draft, bool isWild)
    {
        if (isWild)
        {
            return [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => random.Next(2) == 0 ? Pick(Nonsense) : Pick(Sizes))];
        }

        // As windows and their strides are: no larger than the axes of a value, of which there may be one for each but the first.
        if (draft.LastShape.Count > 1 && random.Next(2) == 0)
        {
            return [.. Enumerable.Range(0, random.Next(1, draft.LastShape.Count)).Select(axis => random.Next(0, Math.Min(4, draft.LastShape[axis + 1]) + 1))];
        }

        return draft.LastShape.Count > 0 && random.Next(4) > 0
            ? Factors(draft.LastShape.Aggregate(1, (product, size) => product * size))
            : [.. Enumerable.Range(0, Pick(Ranks)).Select(i => i == 0 ? Pick(Sizes) : random.Next(1, 7))];
    }

    /// <summary>Some sizes with a given product.</summary>
    private int[] Factors(int product)
    {
        var sizes = new List<int>();
        for (var rest = product; sizes.Count < 3 && (rest > 1 || sizes.Count == 0) && random.Next(4) > 0;)
        {
            var size = Pick([.. Enumerable.Range(1, rest).Where(divisor => rest % divisor == 0)]);
            sizes.Add(size);
            rest /= size;
            product = rest;
        }

        sizes.Add(product);
        return [.. sizes];
    }

    private object Member(Type type, bool isWild) =>
        isWild ? Enum.ToObject(type, Pick(Nonsense)) : Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!;

    private T Pick<T>(ImmutableArray<T> choices) => choices[random.Next(choices.Length)];
}
