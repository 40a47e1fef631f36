using System.Collections.Generic;

namespace NetGen.Generator.Declarations;

/// <summary>
/// The names of the members that every generated class has. A class that has one of its own under such a name, or is
/// itself named so, cannot be a network. The names of kernels are not among them: they make way.
/// </summary>
internal static class GeneratedMembers
{
    public static IReadOnlyList<string> Names { get; } = new[]
    {
        "Predict", "Forward", "Backward", "LossAndGradient", "Loss", "Parameters", "Description", "CreateWorkspace", "CreateGradients",
        "ParameterCount", "InputSize", "OutputSize", "PredictBatch", "PredictChunk", "PredictSample", "Prepare", "PrepareSample", "PredictionChunk", "ParameterOffsets", "PredictionMemory",
        "BeginTraining", "TrainPart", "EndTraining", "LossMemory", "TrainingMemory", "PassMemory", "SampleMemory", "SampleScratch", "s_description", "_pool", "_prepared", "_preparedSample",
    };

    /// <summary>The generated constructor, which takes the seed, as a name for messages.</summary>
    public static string Constructor(string className) => $"{className}(int)";
}
