using System.Collections.Generic;

namespace NetGen.PlantedFaults.Faults;

/// <summary>Faults in what emitted code calls: random numbers, memory, lanes, functions.</summary>
internal static class Runtime
{
    private const string Networks = "src/NetGen/Networks/";
    private const string Numerics = "src/NetGen/Numerics/";

    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new(
            "OneRoundTooFew",
            "one round too few",
            Numerics + "Philox.cs",
            "internal const int Rounds = 10;",
            "internal const int Rounds = 9;",
            "The random numbers are not those of Philox 4×32-10.",
            Step.OfRuntime("PhiloxTests")),
        new(
            "HighHalfOfTheStepLost",
            "high half of a number lost",
            Numerics + "Philox.cs",
            "Block(stream, (uint)(step >> 32), KeyMark,",
            "Block(stream, 0, KeyMark,",
            "Random numbers repeat after 2³² steps.",
            Step.OfRuntime("PhiloxTests")),
        new(
            "MaskOneLaneTooWide",
            "mask one lane too wide",
            Numerics + "Lanes.cs",
            "Vector.LessThan(Vector<float>.Indices, new Vector<float>(count))",
            "Vector.LessThanOrEqual(Vector<float>.Indices, new Vector<float>(count))",
            "One number of the padding of a gradient is not zero.",
            Step.Of("BitTests")),
        new(
            "RowsCopiedWithOneStride",
            "stride of the source for the destination",
            Numerics + "Rows.cs",
            "ref Unsafe.Add(ref destination, row * destinationStride), length)",
            "ref Unsafe.Add(ref destination, row * sourceStride), length)",
            "Outputs are written with gaps between the samples, beyond the caller's memory.",
            Step.Random(20)),
        new(
            "WeightsNotNormalised",
            "divisor wrong",
            Networks + "SampleScale.cs",
            "T.CreateTruncating(double.CreateChecked(weights[i]) / sum)",
            "T.CreateTruncating(double.CreateChecked(weights[i]) / weights.Length)",
            "Weights of samples change the scale of the loss.",
            Step.Random(20),
            Step.Of("ReferenceAgreementTests")),
        new(
            "RentedMemoryNotGrown",
            "memory not grown",
            Networks + "WorkspacePool.cs",
            "workspace.Reserve(count);",
            "workspace.Reserve(1);",
            "A prediction of many samples after one of few writes beyond its memory.",
            Step.OfRuntime("CapacityTests")),
        new(
            "CountKeptInNewMemory",
            "state not reset",
            Networks + "Workspace.cs",
            "            Count = 0;\n",
            string.Empty,
            "Backward runs on memory that was made anew since Forward.",
            Step.OfRuntime("CapacityTests", "BadDataTests")),
        new(
            "RaceNotNoticed",
            "check of a race left out",
            Networks + "ParameterStore.cs",
            "if (Volatile.Read(ref _version) != version)",
            "if (version < 0)",
            "A prediction during which the weights changed is given back.",
            Step.OfRuntime("ParameterStoreTests")),
        new(
            "DecayGradientWithoutSign",
            "sign function left out",
            "src/NetGen/Training/Gradients/Regularization.cs",
            "Vector.LessThan(value, Vector<T>.Zero), -l1, Vector<T>.Zero)",
            "Vector.LessThan(value, Vector<T>.Zero), l1, Vector<T>.Zero)",
            "L1 decay pulls negative weights away from zero.",
            Step.OfRuntime("RegularizationTests")),
        new(
            "ReductionWithTooFewDigits",
            "too few digits in the reduction of an argument",
            Numerics + "VectorMath.Trigonometry.cs",
            "private const double HalfPi2 = 6.077100506303966e-11;",
            "private const double HalfPi2 = 6.0771e-11;",
            "Sines and cosines in double precision lose digits as the argument grows.",
            Step.OfRuntime("VectorMathDoubleTests")),
        new(
            "ThresholdStaysShifted",
            "shift not undone in one precision",
            Numerics + "Sparsemax.cs",
            "return maximum + threshold;",
            "return threshold;",
            "In double precision the threshold of sparsemax is that of the shifted numbers.",
            Step.OfRuntime("SparsemaxTests")),
    ];
}
