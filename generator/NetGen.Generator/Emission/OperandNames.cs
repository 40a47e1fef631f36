using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission;

/// <summary>
/// Names the operands of a kernel by the part they play, not by the layer they come from, so that kernels of different
/// layers can be the same text.
/// </summary>
internal sealed class OperandNames
{
    /// <summary>Names that the loops use themselves.</summary>
    public static readonly IReadOnlyList<string> Reserved = new[]
    {
        "result", "result2", "samples", "groups", "seed", "step", "firstSample", "first", "i", "n", "total", "rest", "panel", "lane", "l", "r", "laneStart", "rowStart", "tileLane", "wide", "width", "lanePanel", "resultPanel", "result2Panel", "firstRow",
        "valid", "row", "rows", "column", "left", "right", "laneCount", "tile", "destination", "destination2", "lanes", "elements", "best", "k", "source", "greatest", "next", "isGreater",
        "image", "output", "tiles", "products", "productsOfTile", "block", "j", "place", "window", "transformed", "c",
        "channel", "gradientImage", "tilesOfGradient", "sums", "ownSums", "firstPiece", "pieces", "part", "count", "end", "firstChannel", "endChannel", "endSample",
    };

    private readonly Dictionary<Value, string> _names = new();
    private readonly HashSet<string> _taken = new(Reserved, StringComparer.Ordinal);
    private readonly List<KernelParameter> _parameters = new();
    private readonly VectorType _type;

    public OperandNames(VectorType type, IEnumerable<Value> operands)
    {
        _type = type;
        foreach (var operand in operands)
        {
            Add(operand);
        }
    }

    /// <summary>The parameters of the kernel, one for each operand that lies in memory.</summary>
    public IReadOnlyList<KernelParameter> Parameters => _parameters;

    public string this[Value value] => _names[value];

    /// <summary>The parameters and the result after them.</summary>
    public IReadOnlyList<KernelParameter> WithResult(Value result) =>
        _parameters.Concat(new[] { new KernelParameter(_type.Keyword, "result", result) }).ToArray();

    /// <summary>The types of the operands and of the result, for the comment of a kernel.</summary>
    public string Describe(Value result) => string.Join(
        ", ", _parameters.Select(parameter => $"{parameter.Name.TrimStart('@')}: {parameter.Value.Type}").Append($"result: {result.Type}"));

    private void Add(Value operand)
    {
        if (_names.ContainsKey(operand))
        {
            return;
        }

        var root = Aliases.Root(operand);
        var name = Unique(Role(root));
        _names.Add(operand, name);
        if (root.Operation is not (ConstantOperation or IotaOperation))
        {
            _parameters.Add(new KernelParameter(root.Type.Element == ElementKind.Int32 ? "int" : _type.Keyword, name, operand));
        }
    }

    private static string Role(Value value) => value.Operation switch
    {
        ParameterOperation parameter => Identifiers.Camel(parameter.Name.Substring(parameter.Name.LastIndexOf('.') + 1)),
        InputOperation { Role: InputRole.Target } => "target",
        InputOperation { Role: InputRole.SampleScale } => "scale",
        InputOperation { Role: InputRole.OutputGradient } => "gradient",
        IotaOperation => "index",
        RandomOperation => "random",
        WinogradWeightOperation => "weight",
        WinogradTilesOperation or WinogradSumsOperation => "x",
        RelayoutOperation => Role(Aliases.Root(value.Operands[0])),
        _ when value.Label.EndsWith(ReverseMode.GradientEnding, StringComparison.Ordinal) => "gradient",
        _ => "x",
    };

    private string Unique(string name)
    {
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
        {
            unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
