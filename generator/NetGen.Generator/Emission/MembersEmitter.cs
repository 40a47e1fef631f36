using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The constants, the constructor and the parameters of the class.</summary>
internal sealed class MembersEmitter : IClassPart
{
    private readonly ClassContext _context;

    public MembersEmitter(ClassContext context) => _context = context;

    public void Write()
    {
        var writer = _context.Writer;
        var model = _context.Model;
        if (model.Inputs.Count == 1)
        {
            writer.Line($"/// <summary>How many values one sample of the input has: {model.Inputs[0].Shape}.</summary>");
            writer.Line($"public const int InputSize = {Literals.Integer(model.Inputs[0].Shape.Count)};");
        }

        if (model.Outputs.Count == 1)
        {
            writer.Line();
            writer.Line($"/// <summary>How many values one sample of the output has: {model.Outputs[0].Shape}.</summary>");
            writer.Line($"public const int OutputSize = {Literals.Integer(model.Outputs[0].Shape.Count)};");
        }

        writer.Line();
        writer.Line("/// <summary>How many parameters the network has.</summary>");
        writer.Line($"public const int ParameterCount = {Literals.Integer(model.Parameters.Sum(parameter => parameter.WeightCount))};");
        writer.Line();
        writer.Line("/// <summary>Creates the network and draws its parameters.</summary>");
        writer.Line("/// <param name=\"seed\">The seed of the parameters: the same seed, the same values.</param>");
        writer.Block($"public {NameQualifier.Self}(int seed = 0)", () =>
        {
            writer.Line($"Parameters = new ParameterStore(Description.Segments, {_context.ElementType});");
            writer.Line("Initialization.Initialize(Parameters, seed);");
        });
        writer.Line();
        writer.Line("/// <summary>The parameters, by name and in canonical order through views.</summary>");
        writer.Line("public ParameterStore Parameters { get; }");
        writer.Line();
        writer.Line("/// <summary>What the network is: layers, shapes, parameters.</summary>");
        writer.Line("public NetworkDescription Description => s_description;");
        writer.Line();
        writer.Line("/// <summary>Creates a buffer for the gradients of the parameters.</summary>");
        writer.Line("public ParameterBuffer CreateGradients() => new(Description.Segments, Parameters.Buffer.ElementType);");
    }

    public void WriteConstants()
    {
        if (_context.Parameters.Places.Count == 0)
        {
            return;
        }

        var writer = _context.Writer;
        writer.Line();
        writer.Line("/// <summary>Where each parameter begins in the flat buffers of parameters and gradients.</summary>");
        writer.Block("private static class ParameterOffsets", () =>
        {
            foreach (ParameterPlace place in _context.Parameters.Places)
            {
                var name = _context.ParameterConstants[place.Offset];
                var panels = place.Layout.LaneAxis >= 0 ? $" in panels of 16 along axis {Literals.Integer(place.LaneAxis)}" : string.Empty;
                writer.Line($"public const int {name.Substring(name.IndexOf('.') + 1)} = {Literals.Integer(place.Offset)}; // {place.Parameter.Shape}{panels}");
            }
        });
    }
}
