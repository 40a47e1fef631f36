using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in layers and losses.</summary>
internal static class Lowering
{
    private const string Folder = "generator/NetGen.Generator/Layers/";

    private static readonly Step s_lowering =
        Step.Of("StructureLoweringTests", "ActivationLoweringTests", "LossLoweringTests", "PyTorchLoweringTests", "DeclarationReaderTests", "SampleNetworkTests");

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "BiasRegularised",
            FaultKind.WrongFlag,
            Folder + "Dense/DenseLayer.cs",
            "scope.Initializer(\"BiasInit\", inputs, units), regularized: false)",
            "scope.Initializer(\"BiasInit\", inputs, units), regularized: true)",
            "Weight decay takes in the biases.",
            Step.OfRuntime("SegmentTests")),
        new(
            "FansExchanged",
            FaultKind.ArgumentsExchanged,
            Folder + "Dense/DenseLayer.cs",
            "scope.Initializer(\"WeightInit\", inputs, units)",
            "scope.Initializer(\"WeightInit\", units, inputs)",
            "Weights are drawn with the deviation of the transposed layer.",
            Step.OfRuntime("SegmentTests")),
        new(
            "DropoutNotScaled",
            FaultKind.FactorLeftOut,
            Folder + "Noise/DropoutLayer.cs",
            "X(0) * X(1) / keep",
            "X(0) * X(1)",
            "Dropout lowers the mean of what it passes on.",
            s_lowering),
        new(
            "NoiseInPrediction",
            FaultKind.TrainingFormInPrediction,
            Folder + "Noise/GaussianNoiseLayer.cs",
            "if (!scope.Training || deviation == 0)",
            "if (deviation == 0)",
            "Predictions are noisy.",
            s_lowering),
        new(
            "ShiftNotUndone",
            FaultKind.ShiftNotUndone,
            Folder + "SoftmaxLowering.cs",
            "new Operand(0) - new Operand(1), shifted, logarithm)",
            "new Operand(0) - new Operand(1), x, logarithm)",
            "The log-softmax of scores is off by their maximum.",
            s_lowering),
        new(
            "ShiftAlongTheFirstAxis",
            FaultKind.WrongAxis,
            Folder + "SoftmaxLowering.cs",
            "graph.Reduce(Reduction.Maximum, x, axis)",
            "graph.Reduce(Reduction.Maximum, x, 0)",
            "The shift that keeps exponentials from overflowing is that of another axis.",
            s_lowering,
            Step.Of("ReferenceAgreementTests"),
            Step.Random(100)),
        new(
            "MeanOverTheFirstAxis",
            FaultKind.WrongDivisor,
            Folder + "Losses/MeanLossLayer.cs",
            "(double)prediction.Shape.Count",
            "(double)prediction.Shape[0]",
            "The mean of a matrix divides by its rows alone.",
            s_lowering),
        new(
            "HuberBranchesDoNotMeet",
            FaultKind.BranchesThatDoNotMeet,
            Folder + "Losses/HuberLayer.cs",
            "delta * (Abs(d) - (0.5 * delta))",
            "delta * (Abs(d) - delta)",
            "The Huber loss jumps where its two formulas should meet.",
            s_lowering),
        new(
            "DifferenceOfSquaresWrong",
            FaultKind.OperatorExchanged,
            Folder + "Losses/SparsemaxLossLayer.cs",
            "0.5 * ((y - threshold) * (y + threshold))",
            "0.5 * ((y - threshold) * (y - threshold))",
            "The sparsemax loss squares a difference where it should take one of squares.",
            s_lowering),
        new(
            "ConstantCutShort",
            FaultKind.DigitsCutOff,
            Folder + "Activations/SELULayer.cs",
            "1.0507009873554804934193349852946",
            "1.0507",
            "SELU is right to four digits.",
            s_lowering),
        new(
            "LayerBeforeComesLast",
            FaultKind.OrderReversed,
            Folder + "Combination/CombiningLayer.cs",
            "named.Insert(0, scope.DefaultSource());",
            "named.Add(scope.DefaultSource());",
            "The layer before is concatenated behind the named one.",
            s_lowering),
        new(
            "StreamsOfLayersCollide",
            FaultKind.WrongRandomStream,
            Folder + "LayerScope.cs",
            "(_place * StreamsPerLayer) + _streams++",
            "_place + _streams++",
            "The streams of a layer with two random operations reach into those of the next layer.",
            s_lowering),
        new(
            "WeightOfTheLossForgotten",
            FaultKind.FactorLeftOut,
            Folder + "LossLowering.cs",
            "weight * (new Operand(0) * new Operand(1))",
            "new Operand(0) * new Operand(1)",
            "All losses count the same in the total.",
            s_lowering),
        new(
            "TotalOfTheLastLoss",
            FaultKind.AccumulationMissed,
            Folder + "LossLowering.cs",
            "_total is null ? sum : _graph.Map(new Operand(0) + new Operand(1), _total, sum);",
            "_total is null ? sum : _graph.Map(new Operand(1), _total, sum);",
            "The total of several losses is the last one.",
            s_lowering),
        new(
            "MaxoutOfStridedGroups",
            FaultKind.WrongAxis,
            Folder + "Activations/MaxoutLayer.cs",
            "new Shape(units.Sizes.Concat(new[] { pieces })));\n        return scope.Graph.Reshape(scope.Graph.Reduce(Reduction.Maximum, groups, last + 1), units);",
            "new Shape(units.With(last, pieces).Sizes.Concat(new[] { units[last] })));\n        return scope.Graph.Reshape(scope.Graph.Reduce(Reduction.Maximum, groups, last), units);",
            "Maxout takes every n-th value in place of n that lie side by side.",
            s_lowering),
    ];
}
