using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission;

/// <summary>The static description of the network.</summary>
internal sealed class DescriptionEmitter : IClassPart
{
    private readonly ClassContext _context;

    public DescriptionEmitter(ClassContext context) => _context = context;

    public void Write()
    {
    }

    public void WriteConstants()
    {
        var writer = _context.Writer;
        var model = _context.Model;
        writer.Line();
        writer.Block("private static readonly NetworkDescription s_description = new()", () =>
        {
            writer.Line($"Name = \"{model.Declaration.Type.Name.TrimStart('@')}\",");
            writer.Line($"ElementType = {_context.ElementType},");
            List("Layers", model.Layers.Select(layer =>
                $"new(\"{layer.Name}\", \"{layer.Kind}\", [{Names(layer.From)}], {Shape(layer.Shape)}, {Literals.Integer(layer.ParameterCount)}, {Literals.Integer(layer.MultiplyAdds)})"));
            List("Losses", model.Losses.Select(loss =>
                $"new(\"{loss.Name}\", \"{loss.Kind}\", {Literals.Integer(model.Inputs.Count + loss.Target)}, {Literals.Double(loss.Weight)})"));
            List("Inputs", Columns(_context.Columns.Inputs, "Input"));
            List("Outputs", Columns(_context.Columns.Outputs, "Output"));
            if (model.Losses.Count > 0)
            {
                List("BatchColumns", Columns(_context.Columns.Inputs, "Input")
                    .Concat(Columns(_context.Columns.Targets, "Target"))
                    .Concat(Columns(_context.Columns.Weights, "SampleWeight")));
                List("Predictions", Columns(_context.Columns.Predictions, "Prediction"));
            }

            List("Segments", _context.Parameters.Places.Select(place =>
            {
                var parameter = place.Parameter;
                var initializer = parameter.Initializer;
                return $"new(\"{parameter.Name}\", {Shape(parameter.Shape)}, {_context.ParameterConstants[place.Offset]}, {Literals.Integer(place.LaneAxis)}, "
                    + $"new(Init.{initializer.Kind}, {Literals.Double(initializer.Value)}, {Literals.Integer(initializer.FanIn)}, {Literals.Integer(initializer.FanOut)}), "
                    + $"{(parameter.Trainable ? "true" : "false")}, {Literals.Double(parameter.L1)}, {Literals.Double(parameter.L2)}{(parameter.IsState ? ", IsState: true" : string.Empty)})";
            }));
            writer.Line("ParameterCount = ParameterCount,");
            writer.Line($"MultiplyAdds = {Literals.Integer(model.Layers.Sum(layer => layer.MultiplyAdds))},");
        }, end: "};");
    }

    private void List(string name, IEnumerable<string> items)
    {
        var writer = _context.Writer;
        writer.Line($"{name} =");
        writer.Line("[");
        writer.Indented(() => writer.Lines(items.Select(item => item + ",")));
        writer.Line("],");
    }

    private static IEnumerable<string> Columns(IEnumerable<ColumnParameter> columns, string role) =>
        columns.Select(column =>
        {
            var type = column.Type switch { "int" => "Int32", "double" => "Float64", _ => "Float32" };
            var classes = column.Info.ClassCount > 0 ? $", {Literals.Integer(column.Info.ClassCount)}" : string.Empty;
            return $"new({column.Name}, ColumnRole.{role}, ElementType.{type}, {Shape(column.Info.Shape)}{classes})";
        });

    private static string Shape(Shape shape) => $"[{string.Join(", ", shape.Sizes.Select(size => Literals.Integer(size)))}]";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
