using System.Globalization;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Layers;

/// <summary>Lowers a declaration layer by layer, once for prediction and once for training.</summary>
internal static class ModelBuilder
{
    /// <exception cref="DeclarationException">The declaration is wrong.</exception>
    public static NetworkModel Build(NetworkDeclaration declaration)
    {
        var names = LayerNames.Assign(declaration.Layers);
        CheckKinds(declaration);
        CheckDecay("L1", declaration.L1, declaration);
        CheckDecay("L2", declaration.L2, declaration);
        var prediction = new ModelLowering(declaration, names, training: false);
        prediction.Run();
        var training = new ModelLowering(declaration, names, training: true);
        training.Run();
        CheckGradients(training);
        return new NetworkModel(
            declaration,
            prediction.Layers,
            prediction.Scope.Parameters,
            prediction.Inputs,
            prediction.Outputs,
            prediction.Targets,
            prediction.Losses,
            prediction.Scope.Builder.Graph,
            training.Scope.Builder.Graph,
            training.Scope.NonDifferentiable,
            prediction.Scope.Warnings,
            prediction.Connections);
    }

    /// <summary>Whether there is anything to lower.</summary>
    /// <exception cref="DeclarationException">There is no input or no layer.</exception>
    public static void CheckKinds(NetworkDeclaration declaration)
    {
        if (declaration.Layers.All(layer => layer.Kind != "Input"))
        {
            throw ClassError(DiagnosticIds.NoInput, declaration);
        }

        if (declaration.Layers.All(layer => layer.Kind is "Input" or "Output" || LayerCatalogue.Kinds[layer.Kind] is LossLayer))
        {
            throw ClassError(DiagnosticIds.NoLayer, declaration);
        }
    }

    private static void CheckDecay(string argument, double value, NetworkDeclaration declaration)
    {
        if (!(value >= 0 && value <= (declaration.IsDouble ? double.MaxValue : float.MaxValue)))
        {
            var messageArguments = new[]
            {
                $"{argument} of {declaration.Type.Name}", "not negative and finite", value.ToString(CultureInfo.InvariantCulture),
            };
            throw new DeclarationException(new DeclarationError(
                DiagnosticIds.ArgumentOutOfRange, -1, argument, -1, new EquatableArray<string>(messageArguments)));
        }
    }

    /// <summary>In a network with a loss, every trainable parameter needs a way for its gradient.</summary>
    private static void CheckGradients(ModelLowering training)
    {
        var graph = training.Scope.Builder.Graph;
        foreach (var cut in GradientPaths.Reaching(graph, ResultRole.Loss, training.Scope.NonDifferentiable))
        {
            var before = GradientPaths.TrainableBefore(cut.TrainingValue, training.Scope.Parameters);
            if (before.Count > 0)
            {
                var messageArguments = new[] { cut.Description, string.Join(", ", before) };
                throw new DeclarationException(new DeclarationError(
                    DiagnosticIds.NoGradient, cut.Layer, null, -1, new EquatableArray<string>(messageArguments)));
            }
        }
    }

    private static DeclarationException ClassError(string id, NetworkDeclaration declaration) =>
        new(new DeclarationError(id, -1, null, -1, new EquatableArray<string>(new[] { declaration.Type.Name })));
}
