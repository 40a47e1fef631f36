using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in what a batch has in common, and in networks that are parts of others.</summary>
internal static class BlockFaults
{
    private const string Folder = "generator/NetGen.Generator/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "RunningVarianceBiased",
            FaultKind.WrongDivisor,
            Folder + "Layers/Normalization/BatchNormLayer.cs",
            "X(0) / Max(X(1) - 1, 1)",
            "X(0) / Max(X(1), 1)",
            "The running variance takes its share of the biased variance.",
            Step.Of("PyTorchLoweringTests")),
        new(
            "PositionsNotCounted",
            FaultKind.WrongDivisor,
            Folder + "Layers/Normalization/BatchNormLayer.cs",
            "graph.Map(positions * X(0), ",
            "graph.Map(X(0), ",
            "Statistics of images are divided by the number of samples alone.",
            Step.Of("PyTorchLoweringTests")),
        new(
            "StatesForgotten",
            FaultKind.StateNotAdvanced,
            "src/NetGen/Training/Optimizers/Optimizer.cs",
            "foreach (var state in _states)",
            "foreach (var state in _states.Take(1))",
            "Of all running statistics only the first change.",
            Step.OfRuntime("BatchNormTests")),
        new(
            "StatesOfRepetitionsStartAnew",
            FaultKind.StaleValue,
            Folder + "Layers/ModelScope.cs",
            "return _state.NextStates.TryGetValue(state.Name, out var next) ? next : value;",
            "return value;",
            "A repetition that shares its running statistics does not go on from those that the one before left.",
            Step.Of("BlockTests")),
        new(
            "StatesDrawnInTheSecondHalf",
            FaultKind.WrongRandomStream,
            Folder + "Planning/Lifetimes.cs",
            "outputs.Concat(states.SelectMany(state => state.Operands).Where(operand => !states.Contains(Aliases.Root(operand))))",
            "outputs",
            "Statistics that no output needs are computed in the backward pass, of other random numbers.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "WeightNotScaled",
            FaultKind.FactorLeftOut,
            Folder + "Optimization/ScaleWeights.cs",
            "builder.Map(new Operand(0) * new Operand(1), weight, scale)",
            "builder.Map(new Operand(0), weight, scale)",
            "The scale of a batch normalisation is lost where it goes into the weight.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "ShiftNotScaled",
            FaultKind.FactorLeftOut,
            Folder + "Optimization/AffineChain.cs",
            "(Scale is null ? rest : rest * scale)",
            "(Scale is null ? rest : rest)",
            "What is added before a scale is not scaled.",
            Step.Of("ReferenceAgreementTests")),
        new(
            "FactorsOfHalfASum",
            FaultKind.AnyInPlaceOfAll,
            Folder + "Optimization/FactorSums.cs",
            "&& sum.Axes.All(axis => axis < first || operand.Shape[axis - first] == 1)",
            "&& sum.Axes.Any(axis => axis < first || operand.Shape[axis - first] == 1)",
            "A factor is taken out of a sum along one axis of which it changes.",
            Step.Of("PassesTests")),
        new(
            "RepetitionsShareWeights",
            FaultKind.ConditionLeftOut,
            Folder + "Layers/Structure/BlockLayer.cs",
            """scope.Flag("Shared") ? $"{scope.LocalName}." : prefix""",
            """$"{scope.LocalName}." """,
            "All repetitions of a block have the same parameters.",
            Step.Of("BlockTests")),
        new(
            "BlocksDrawTheSameNumbers",
            FaultKind.WrongRandomStream,
            Folder + "Layers/ModelScope.cs",
            "Block is null ? index : _state.NextPlace++",
            "index",
            "Layers of blocks draw the random numbers of the layers of the network.",
            Step.Of("BlockTests")),
    ];
}
