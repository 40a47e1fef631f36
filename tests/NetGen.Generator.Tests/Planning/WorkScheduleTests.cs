using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Planning;

/// <summary>In which stages workers share a training pass.</summary>
public sealed class WorkScheduleTests
{
    [Fact]
    public void WorkersMeetTwiceInAPassOfDenseLayers()
    {
        var plan = Training(Input(20), Dense(32), Layer("ReLU"), Dense(48), Layer("Tanh"), Dense(40), Layer("SoftmaxCrossEntropy"));

        Assert.Equal(3, plan.Schedule!.Stages.Count);
        Assert.All(plan.Schedule.Stages[2], kernel => Assert.NotEqual(WorkSplit.Samples, WorkSchedule.SplitOf(kernel)));
        Assert.Equal(3, plan.Kernels.Count(kernel => kernel is ContractKernel && WorkSchedule.SplitOf(kernel) == WorkSplit.Axis));
    }

    [Theory]
    [InlineData("ReLU", "SoftmaxCrossEntropy")]
    [InlineData("Softmax", "SquaredError")]
    [InlineData("Sparsemax", "MeanSquaredError")]
    [InlineData("LogSoftmax", "SoftmaxCrossEntropy")]
    public void NobodyReadsWhatAnotherWritesBeforeTheyMeet(string activation, string loss)
    {
        var schedule = Training(Input(20), Dense(33), Layer(activation), Dense(17), Layer(activation), Dense(3), Layer(loss)).Schedule!;
        var kernels = schedule.Stages.SelectMany(stage => stage).ToArray();
        foreach (var kernel in kernels)
        {
            foreach (var writer in kernels.Where(other => other != kernel && other.Results.Intersect(kernel.Reads.Select(Aliases.Root)).Any()))
            {
                Assert.True(schedule.StageOf(writer) < schedule.StageOf(kernel) || IsOfOneWorker(schedule, writer, kernel), $"{kernel.Result} reads {writer.Result}");
            }
        }
    }

    /// <summary>A sum by ranges of its rows, and numbers made of two results that different workers compute.</summary>
    [Fact]
    public void WhatIsNotSharedBySamplesIsReadInALaterStage()
    {
        var plan = ProgramPlanner.Plan(
            GraphText.Parse("""
                %0 = input data "x" : float[*, 32] "x"
                %1 = map "x0 * x0" %0 : float[*, 32] "square"
                %2 = contract "*i,*j->ij" %1 %1 : float[32, 32] "gram"
                %3 = reduce sum [] samples %1 : float[32] "a"
                %4 = reduce max [] samples %1 : float[32] "b"
                %5 = map "x0 + x1" %3 %4 : float[32] "c"
                %6 = map "x0 + 1" %5 : float[32] "d"
                %7 = contract "ij,j->i" %2 %6 : float[32] "e"
                return output "y" %7

                """),
            ParameterPlan.Of(Model(Input(4), Dense(1))),
            new ProgramForm { IsShared = true });
        var schedule = plan.Schedule!;
        var stages = schedule.Stages.SelectMany(stage => stage).ToLookup(kernel => kernel.Result.Label, schedule.StageOf);

        Assert.Equal([0], stages["square"]);
        Assert.Equal([1], stages["a"]);
        Assert.Equal([1], stages["b"]);
        Assert.Equal([2], stages["c"]);
        Assert.Equal([2], stages["d"]);

        // The sum, and the same in another layout for the product that reads it.
        Assert.Equal([1, 2], stages["gram"]);
        Assert.All(stages["e"], stage => Assert.True(stage >= 2));
    }

    /// <summary>Two values that are touched in one stage share no memory, whichever samples they are of.</summary>
    [Theory]
    [InlineData("ReLU", "SoftmaxCrossEntropy")]
    [InlineData("Softmax", "SquaredError")]
    [InlineData("Sparsemax", "MeanSquaredError")]
    public void MemoryIsNotUsedAgainWithinAStage(string activation, string loss)
    {
        var plan = Training(
            Input(20), Dense(33), Layer(activation), Layer("Dropout", ("rate", 0.5)), Dense(17), Layer(activation), Dense(30), Layer(activation), Dense(3), Layer(loss));
        foreach (var stage in plan.Schedule!.Stages)
        {
            var touched = stage.SelectMany(kernel => kernel.Reads.Concat(kernel.Results)).Select(Aliases.Root).Distinct()
                .Where(value => plan.StorageOf(value).Region is Region.Fixed or Region.PerSample).ToArray();
            foreach (var (first, second) in Pairs(touched))
            {
                Assert.True(AreApart(plan.StorageOf(first), Length(plan, first), plan.StorageOf(second), Length(plan, second)), $"{first} and {second}");
            }
        }
    }

    private static ProgramPlan Training(params LayerDeclaration[] layers) => NetworkPlan.Of(Model(layers)).Training!;

    private static bool IsOfOneWorker(WorkSchedule schedule, Kernel writer, Kernel reader) =>
        WorkSchedule.SplitOf(writer) == WorkSchedule.SplitOf(reader)
        && (WorkSchedule.SplitOf(writer) == WorkSplit.Samples
            || (WorkSchedule.SplitOf(writer) == WorkSplit.None && schedule.TaskOf(writer) == schedule.TaskOf(reader)));

    private static IEnumerable<(Value, Value)> Pairs(IReadOnlyList<Value> values) =>
        values.SelectMany((first, i) => values.Skip(i + 1).Select(second => (first, second)));

    private static long Length(ProgramPlan plan, Value value) => Blocks.RoundUp(Blocks.Length(value.Shape, plan.StorageOf(value).Layout));

    private static bool AreApart(Storage first, long firstLength, Storage second, long secondLength) =>
        first.Region != second.Region || first.Offset + firstLength <= second.Offset || second.Offset + secondLength <= first.Offset;
}
