using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in reverse mode, in the rule of maps and in what gradients reach.</summary>
internal static class Differentiation
{
    private const string Folder = "generator/NetGen.Generator/Differentiation/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "GradientNotAccumulated",
            FaultKind.AccumulationMissed,
            Folder + "ReverseMode.cs",
            "? _builder.Map(new Operand(0) + new Operand(1), sum, gradient)",
            "? gradient",
            "A value with two consumers gets the gradient of the last one alone.",
            Step.Random(20),
            Step.Of("GradientCheckTests")),
        new(
            "SeedNotPropagated",
            FaultKind.OffByOne,
            Folder + "ReverseMode.cs",
            "seeds.Max(seed => seed.Value.Id) + 1)",
            "seeds.Max(seed => seed.Value.Id))",
            "The walk begins before the last value, and no gradient leaves it.",
            Step.Random(20),
            Step.Of("GradientCheckTests")),
        new(
            "BroadcastNotSummed",
            FaultKind.BroadcastOverlooked,
            Folder + "MapPullback.cs",
            "var overSamples = value.Batched && !type.Batched;",
            "var overSamples = value.Batched && !type.Batched && axes.Count > 0;",
            "The gradient of a bias as large as a sample keeps its sample axis.",
            Step.Of("GradientCheckTests"),
            Step.Random(100)),
        new(
            "BroadcastReducedByMaximum",
            FaultKind.WrongReduction,
            Folder + "MapPullback.cs",
            "builder.Reduce(Reduction.Sum, value, axes, overSamples)",
            "builder.Reduce(Reduction.Maximum, value, axes, overSamples)",
            "The gradient of a broadcast operand is the greatest of its shares in place of their sum.",
            Step.Random(20),
            Step.Of("GradientCheckTests")),
        new(
            "ResultAndUpstreamExchanged",
            FaultKind.ArgumentsExchanged,
            Folder + "MapPullback.cs",
            "value.Operands.Concat(new[] { value, upstream })",
            "value.Operands.Concat(new[] { upstream, value })",
            "Where a derivative reads the stored result it reads the upstream gradient, and the other way round.",
            Step.Random(20),
            Step.Of("GradientCheckTests")),
        new(
            "MaskOfAnotherStreamBackward",
            FaultKind.WrongRandomStream,
            Folder + "MapPullback.cs",
            "var operands = value.Operands.Concat(new[] { value, upstream }).ToArray();",
            """
            var operands = value.Operands.Select(other => other.Operation is RandomOperation random
                            ? builder.Random(random.Kind, random.Stream + 1, random.Parameter, other.Shape)
                            : other).Concat(new[] { value, upstream }).ToArray();
            """,
            "The gradient of dropout is masked by other numbers than the value.",
            Step.Of("GradientCheckTests"),
            Step.Random(20)),
        new(
            "NegativeSlopeKeepsTheSign",
            FaultKind.IdentityOnHalfOfTheDomain,
            Folder + "MapPullback.cs",
            "((product.Left is Constant { Value: >= 0 } && product.Right.Equals(of))",
            "((product.Left is Constant && product.Right.Equals(of))",
            "Of x > 0 ? x : c·x with a negative c the sign of the result is taken for that of x.",
            Step.Random(20),
            Step.Of("GradientCheckTests")),
        new(
            "FrozenParametersDifferentiated",
            FaultKind.FilterLeftOut,
            Folder + "GradientGraphs.cs",
            "model.Parameters.Where(parameter => parameter.Trainable).Select(",
            "model.Parameters.Select(",
            "Frozen parameters get a gradient.",
            Step.Of("GradientCheckTests"),
            Step.Random(100)),
        new(
            "StoppedGradientsFollowed",
            FaultKind.ConditionLeftOut,
            "generator/NetGen.Generator/Layers/GradientPaths.cs",
            "found.Add(value) && value.Operation is not StopGradientOperation",
            "found.Add(value)",
            "Where a gradient is stopped on purpose the compiler looks for what it does not reach.",
            Step.Of("GradientPathTests")),
        new(
            "FixedParametersAsked",
            FaultKind.FilterLeftOut,
            "generator/NetGen.Generator/Layers/GradientPaths.cs",
            "parameter.Trainable && before.Contains",
            "before.Contains",
            "Parameters that do not learn are refused before a threshold.",
            Step.Of("GradientPathTests")),
    ];
}
