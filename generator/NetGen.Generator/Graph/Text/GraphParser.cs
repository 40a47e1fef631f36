using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Graph;

/// <summary>Reads the text form of graphs.</summary>
internal sealed class GraphParser
{
    private static readonly string[] ContractSigns = { ",", "->" };

    private readonly ComputationGraph _graph = new();

    public ComputationGraph Parse(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = new GraphLine(lines[i], i + 1);
            if (line.IsEmpty)
            {
                continue;
            }

            if (line.StartsWith('%'))
            {
                ReadValue(line);
            }
            else
            {
                ReadResult(line);
            }

            if (!line.IsEmpty)
            {
                throw line.Expected("the end of the line");
            }
        }

        return _graph;
    }

    private void ReadValue(GraphLine line)
    {
        var next = "%" + _graph.Values.Count.ToString(CultureInfo.InvariantCulture);
        line.Require(next);
        line.Require("=");
        var operation = ReadOperation(line);
        var operands = new List<Value>();
        while (!line.Accept(":"))
        {
            operands.Add(ReadReference(line));
        }

        var type = ReadType(line);
        _graph.Add(operation, operands, type, line.Quoted());
    }

    private void ReadResult(GraphLine line)
    {
        line.Require("return");
        var role = GraphText.ResultRoles.Member(line);
        var name = line.Quoted();
        _graph.AddResult(name, role, ReadReference(line));
    }

    private Value ReadReference(GraphLine line)
    {
        line.Require("%");
        var id = line.Integer();
        return id >= 0 && id < _graph.Values.Count ? _graph.Values[id] : throw line.Expected("a value that comes before");
    }

    private static Operation ReadOperation(GraphLine line) => line.Word() switch
    {
        "parameter" => new ParameterOperation(line.Quoted()),
        "input" => ReadInput(line),
        "constant" => new ConstantOperation(ReadNumber(line)),
        "iota" => new IotaOperation(line.Integer()),
        "contract" => ReadContract(line),
        "map" => new MapOperation(ReadExpression(line)),
        "reduce" => new ReduceOperation(GraphText.Reductions.Member(line), new EquatableArray<int>(line.List()), line.Accept("samples")),
        "argmax" => new ArgMaxOperation(line.Integer()),
        "reshape" => new ReshapeOperation(),
        "transpose" => new TransposeOperation(new EquatableArray<int>(line.List())),
        "slice" => new SliceOperation(line.Integer(), line.Integer(), line.Integer()),
        "concat" => new ConcatOperation(line.Integer()),
        "pad" => new PadOperation(line.Integer(), line.Integer(), line.Integer(), line.StartsWith('"') ? ReadNumber(line) : 0),
        "unfold" => new UnfoldOperation(line.Integer(), ReadWindows(line)) { Clips = line.Accept("clipped") },
        "fold" => new FoldOperation(line.Integer(), line.Integer(), ReadWindows(line)),
        "random" => new RandomOperation(GraphText.RandomKinds.Member(line), line.Integer(), ReadNumber(line)),
        "group" => ReadGroup(line),
        "ungroup" => new UngroupOperation(),
        "winograd" => new WinogradOperation(line.Integer(), line.Integer()),
        "winograd-weight" => ReadWinogradWeight(line),
        "winograd-sums" => new WinogradSumsOperation(line.Integer(), line.Integer()),
        "winograd-windows" => new WinogradWindowsOperation(ReadWinogradWeight(line)),
        "stop-gradient" => new StopGradientOperation(),
        "sparsemax-threshold" => new SparsemaxThresholdOperation(),
        "relayout" => new RelayoutOperation(new Layout(line.Integer())),
        _ => throw line.Expected("an operation"),
    };

    private static GroupOperation ReadGroup(GraphLine line) => line.Word() switch
    {
        "zeros" => new GroupOperation(ZeroRest: true),
        "copies" => new GroupOperation(ZeroRest: false),
        _ => throw line.Expected("zeros or copies before"),
    };

    private static InputOperation ReadInput(GraphLine line)
    {
        var role = GraphText.InputRoles.Member(line);
        return new InputOperation(line.Quoted(), role);
    }

    private static ContractOperation ReadContract(GraphLine line)
    {
        var parts = line.Quoted().Split(ContractSigns, StringSplitOptions.None);
        return parts.Length == 3
            ? new ContractOperation(parts[0], parts[1], parts[2]) { IsDirect = line.Accept("direct") }
            : throw line.Expected("two operands and a result before");
    }

    private static WinogradWeightOperation ReadWinogradWeight(GraphLine line)
    {
        var axes = line.List();
        return axes.Count == 4
            ? new WinogradWeightOperation(axes[0], axes[1], axes[2], axes[3], line.Accept("rows-backwards"), line.Accept("columns-backwards"))
            : throw line.Expected("the axes of rows, columns, channels and filters before");
    }

    private static Windows ReadWindows(GraphLine line)
    {
        var numbers = line.List().ToArray();
        return numbers.Length == 5
            ? new Windows(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
            : throw line.Expected("count, size, stride, dilation and start of windows before");
    }

    private static double ReadNumber(GraphLine line) =>
        ReadExpression(line) is Constant constant ? constant.Value : throw line.Expected("a number before");

    private static Expression ReadExpression(GraphLine line)
    {
        try
        {
            return ExpressionText.Parse(line.Quoted());
        }
        catch (FormatException exception)
        {
            throw line.Expected($"an expression before ({exception.Message})");
        }
    }

    private static TensorType ReadType(GraphLine line)
    {
        var element = line.Word() switch
        {
            "float" => ElementKind.Float,
            "int" => ElementKind.Int32,
            _ => throw line.Expected("float or int"),
        };
        line.Require("[");
        var grouped = line.Accept("*/16");
        var batched = grouped || line.Accept("*");
        if (batched && !line.StartsWith(']'))
        {
            line.Require(",");
        }

        return new TensorType(element, new Shape(line.ListRest()), batched) { Grouped = grouped };
    }
}
