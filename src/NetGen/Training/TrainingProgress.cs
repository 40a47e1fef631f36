using System;

namespace NetGen;

/// <summary>Where a run of training stands, reported after each step and at the end of each epoch.</summary>
/// <param name="Epoch">The number of the epoch, from 1, counted over all runs of the trainer.</param>
/// <param name="Epochs">The number of the last epoch of this run.</param>
/// <param name="Step">The number of the step in its epoch, from 1.</param>
/// <param name="Steps">How many steps an epoch has.</param>
/// <param name="Samples">How many samples the epoch has seen so far.</param>
/// <param name="Loss">The mean loss over the samples that the epoch has seen so far, data and penalty apart.</param>
/// <param name="LearningRate">The learning rate of the step.</param>
/// <param name="Elapsed">The time since the run began.</param>
/// <param name="Report">In the last message of an epoch, which follows its validation: the report. Otherwise null.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, int Step, int Steps, long Samples, LossValue Loss, double LearningRate, TimeSpan Elapsed, EpochReport? Report = null);
