using System;
using System.Collections.Generic;
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
        var prediction = new ModelLowering(declaration, names, training: false);
        prediction.Run();
        var training = new ModelLowering(declaration, names, training: true);
        training.Run();
        return new NetworkModel(
            declaration,
            prediction.Layers,
            prediction.Scope.Parameters,
            prediction.Inputs,
            prediction.Outputs,
            prediction.Targets,
            prediction.Losses,
            prediction.Scope.Builder.Graph,
            training.Scope.Builder.Graph);
    }

    private static void CheckKinds(NetworkDeclaration declaration)
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

    private static DeclarationException ClassError(string id, NetworkDeclaration declaration) =>
        new(new DeclarationError(id, -1, null, -1, new EquatableArray<string>(new[] { declaration.Type.Name })));
}
