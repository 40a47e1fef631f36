using System;
using System.Linq;
using NetGen.Generator.Layers;

namespace NetGen.Testing.Numbers;

/// <summary>Which targets a loss is meant for, the narrowest last.</summary>
internal enum TargetDomain
{
    /// <summary>Any number.</summary>
    Numbers,

    /// <summary>A probability for each value.</summary>
    Probabilities,

    /// <summary>Probabilities whose sum is one.</summary>
    Distribution,
}

/// <summary>Finds the domain of the targets of losses.</summary>
internal static class TargetDomains
{
    /// <summary>What fits all losses that have a target.</summary>
    public static TargetDomain Of(NetworkModel model, int target) => model.Losses.Where(loss => loss.Target == target).Max(loss => Of(loss.Kind));

    /// <summary>The domain of a kind of loss.</summary>
    /// <exception cref="NotSupportedException">Nobody has said which targets the loss takes.</exception>
    public static TargetDomain Of(string loss) => loss switch
    {
        // A loss that takes class indices as well takes a distribution over the classes where it takes none.
        _ when LayerCatalogue.Kinds[loss] is LossLayer { HasTargetKind: true } => TargetDomain.Distribution,
        "BinaryCrossEntropy" => TargetDomain.Probabilities,
        "Huber" or "Loss" or "MeanAbsoluteError" or "MeanSquaredError" or "SquaredError" => TargetDomain.Numbers,
        _ => throw new NotSupportedException($"Which targets does the loss {loss} take? {nameof(TargetDomains)}.{nameof(Of)} has to say so."),
    };
}
