using System;

namespace NetGen.Samples.Digits.Models;

/// <summary>A network that the sample can train.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Create">Creates it with weights drawn from a seed.</param>
internal sealed record Model(string Name, Func<int, ITrainableNetwork> Create);
