using System;

namespace NetGen.Samples.Digits.Models;

/// <summary>A network that the sample can train.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Create">Creates it with weights drawn from a seed.</param>
/// <param name="LearningRate">The learning rate that suits it with the default optimiser; null for the usual one. Normalised layers bear more.</param>
internal sealed record Model(string Name, Func<int, ITrainableNetwork> Create, double? LearningRate = null);
