using System.Collections.Generic;

namespace NetGen.Generator.Emission;

/// <summary>The names of the members that every generated class has; a user's own part must not declare them.</summary>
internal static class GeneratedMembers
{
    public static IReadOnlyList<string> Fixed { get; } = new[]
    {
        "Predict", "PredictChunk", "Forward", "Backward", "LossAndGradient", "Loss", "Parameters", "Description", "CreateWorkspace",
        "CreateGradients", "ParameterCount", "InputSize", "OutputSize", "ParameterOffsets", "PredictionMemory", "LossMemory",
        "TrainingMemory", "PassMemory", "Prepare", "s_description", "_pool", "_prepared", "PredictionChunk",
    };
}
