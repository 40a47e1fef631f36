namespace NetGen;

/// <summary>What a network learns from and what it is judged by.</summary>
/// <param name="Train">The training samples.</param>
/// <param name="Test">The test samples.</param>
public sealed record DatasetPair(Dataset Train, Dataset Test);
