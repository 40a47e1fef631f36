namespace NetGen;

/// <summary>For which epoch of which training a batch is filled: what decides the random part of it, and how many threads may share the work.</summary>
/// <param name="Seed">The seed of the training.</param>
/// <param name="Epoch">The number of the epoch, from 1, counted over all runs of the trainer.</param>
/// <param name="Workers">By how many threads at most, this one included; less than 1 counts as 1. The batch has the same bits for any number.</param>
public readonly record struct TrainingDraw(int Seed, int Epoch, int Workers = 1);
