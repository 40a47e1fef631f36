using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in what emitted code calls: random numbers, memory, lanes, functions.</summary>
internal static class Runtime
{
    private const string Networks = "src/NetGen/Networks/";
    private const string Training = "src/NetGen/Training/";
    private const string Numerics = "src/NetGen/Numerics/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "OneRoundTooFew",
            FaultKind.OffByOne,
            Numerics + "Philox.cs",
            "internal const int Rounds = 10;",
            "internal const int Rounds = 9;",
            "The random numbers are not those of Philox 4×32-10.",
            Step.OfRuntime("PhiloxTests")),
        new(
            "HighHalfOfTheStepLost",
            FaultKind.HighBitsLost,
            Numerics + "Philox.cs",
            "Block(stream, (uint)(step >> 32), KeyMark,",
            "Block(stream, 0, KeyMark,",
            "Random numbers repeat after 2³² steps.",
            Step.OfRuntime("PhiloxTests")),
        new(
            "MaskOneLaneTooWide",
            FaultKind.OffByOne,
            Numerics + "Lanes.cs",
            "Vector.LessThan(Vector<float>.Indices, new Vector<float>(count)), value, Vector<float>.Zero);",
            "Vector.LessThanOrEqual(Vector<float>.Indices, new Vector<float>(count)), value, Vector<float>.Zero);",
            "One number of the padding of a gradient is not zero.",
            Step.Of("BitTests")),
        new(
            "RowsCopiedWithOneStride",
            FaultKind.WrongStride,
            Numerics + "Rows.cs",
            "ref Unsafe.Add(ref destination, row * destinationStride), length)",
            "ref Unsafe.Add(ref destination, row * sourceStride), length)",
            "Outputs are written with gaps between the samples, beyond the caller's memory.",
            Step.Random(20)),
        new(
            "WeightsNotNormalised",
            FaultKind.WrongDivisor,
            Networks + "SampleScale.cs",
            "T.CreateTruncating(double.CreateChecked(weights[i]) / sum)",
            "T.CreateTruncating(double.CreateChecked(weights[i]) / weights.Length)",
            "Weights of samples change the scale of the loss.",
            Step.Random(20),
            Step.Of("ReferenceAgreementTests")),
        new(
            "RentedMemoryNotGrown",
            FaultKind.MemoryTooSmall,
            Networks + "WorkspacePool.cs",
            "workspace.Reserve(count);",
            "workspace.Reserve(1);",
            "A prediction of many samples after one of few writes beyond its memory.",
            Step.OfRuntime("CapacityTests")),
        new(
            "CountKeptInNewMemory",
            FaultKind.StateNotReset,
            Networks + "Workspace.cs",
            "Capacity = WholeUnits(count);\n            Count = 0;",
            "Capacity = WholeUnits(count);",
            "Backward runs on memory that was made anew since Forward.",
            Step.OfRuntime("CapacityTests", "BadDataTests")),
        new(
            "RaceNotNoticed",
            FaultKind.RaceNotChecked,
            Networks + "ParameterStore.cs",
            "if (Volatile.Read(ref _version) != version)",
            "if (version < 0)",
            "A prediction during which the weights changed is given back.",
            Step.OfRuntime("ParameterStoreTests")),
        new(
            "DecayGradientWithoutSign",
            FaultKind.SignLost,
            "src/NetGen/Training/Gradients/Regularization.cs",
            "Vector.LessThan(value, Vector<T>.Zero), -l1, Vector<T>.Zero)",
            "Vector.LessThan(value, Vector<T>.Zero), l1, Vector<T>.Zero)",
            "L1 decay pulls negative weights away from zero.",
            Step.OfRuntime("RegularizationTests")),
        new(
            "ReductionWithTooFewDigits",
            FaultKind.DigitsCutOff,
            Numerics + "VectorMath.Trigonometry.cs",
            "private const double HalfPi2 = 6.077100506303966e-11;",
            "private const double HalfPi2 = 6.0771e-11;",
            "Sines and cosines in double precision lose digits as the argument grows.",
            Step.OfRuntime("VectorMathDoubleTests")),
        new(
            "ThresholdStaysShifted",
            FaultKind.ShiftNotUndone,
            Numerics + "Sparsemax.cs",
            "return maximum + threshold;",
            "return threshold;",
            "In double precision the threshold of sparsemax is that of the shifted numbers.",
            Step.OfRuntime("SparsemaxTests")),
        new(
            "CorrectionOfTheOtherMoment",
            FaultKind.NameOfANeighbour,
            Training + "Optimizers/AdamUpdate.cs",
            "Math.Sqrt(Unbiased(_beta2, step))",
            "Math.Sqrt(Unbiased(_beta1, step))",
            "Adam corrects the mean square by the decay of the mean.",
            Step.OfRuntime("OptimizerReferenceTests")),
        new(
            "NesterovFromTheOldVelocity",
            FaultKind.StaleValue,
            Training + "Optimizers/MomentumUpdate.cs",
            "GenericLanes.MultiplyAdd(keep, velocity, gradient)",
            "GenericLanes.MultiplyAdd(keep, velocities[i], gradient)",
            "Nesterov's step looks ahead with the velocity of the step before.",
            Step.OfRuntime("OptimizerReferenceTests")),
        new(
            "PenaltyByWeight",
            FaultKind.NameOfANeighbour,
            Training + "Run/LossMean.cs",
            "loss.Penalty * samples",
            "loss.Penalty * weight",
            "The mean of the penalties counts batches by their weights.",
            Step.OfRuntime("LossMeanTests", "TrainingMeterTests", "EvaluationTests")),
        new(
            "EveryEpochInOneOrder",
            FaultKind.StateNotAdvanced,
            Training + "Run/SampleOrder.cs",
            "(uint)epoch)",
            "0)",
            "Every epoch takes the samples in the same order.",
            Step.OfRuntime("SampleOrderTests")),
    ];
}
