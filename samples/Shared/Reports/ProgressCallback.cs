using System;

namespace NetGen.Samples.Shared.Reports;

/// <summary>Calls a function on the training thread, unlike <see cref="Progress{T}"/>, which posts to another one.</summary>
internal sealed class ProgressCallback(Action<TrainingProgress> callback) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => callback(value);
}
