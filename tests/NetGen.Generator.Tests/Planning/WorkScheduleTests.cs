using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using NetGen.Testing.Numbers;
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

    /// <summary>The forward pass reads weights as they lie, the backward pass others: both are in the stage behind the copies of the weights.</summary>
    [Fact]
    public void WhatIsComputedOfTheSamplesBeforeWorkersMeetIsPutOff()
    {
        var plan = Training(Input(20), Dense(32), Layer("ReLU"), Dense(48), Layer("Tanh"), Dense(40), Layer("SoftmaxCrossEntropy"));
        var ofSamples = plan.Kernels.Where(kernel => WorkSchedule.SplitOf(kernel) == WorkSplit.Samples).Select(plan.Schedule!.StageOf);

        Assert.Equal([1], ofSamples.Distinct());
        Assert.NotEmpty(plan.Schedule.Stages[0]);
    }

    /// <summary>"early" is read by a sum of the first meeting, "apart" by the sum at the end alone: putting these off would bring nothing nearer to its reader.</summary>
    [Fact]
    public void OnlyWhatOthersReadOfTheirSamplesIsPutOff()
    {
        var stages = Stages("""
            %0 = input data "x" : float[*, 32] "x"
            %1 = map "x0 * x0" %0 : float[*, 32] "early"
            %2 = contract "*i,*j->ij" %1 %1 : float[32, 32] "sum"
            %3 = map "x0 + 1" %0 : float[*, 32] "apart"
            %4 = map "x0 + 2" %0 : float[*, 32] "late"
            %5 = map "exp(x0)" %4 : float[*, 32] "follows"
            %6 = contract "*i,ij->*j" %4 %2 : float[*, 32] "product"
            %7 = contract "*i,*j->ij" %6 %3 : float[32, 32] "first"
            %8 = contract "*i,*j->ij" %6 %5 : float[32, 32] "second"
            return output "y" %7
            return output "z" %8

            """);

        Assert.Equal([0], stages["early"]);
        Assert.Equal([0], stages["apart"]);
        Assert.Equal(stages["product"], stages["late"]);
        Assert.Equal(stages["product"], stages["follows"]);
        Assert.All(stages["product"], stage => Assert.True(stage > 1));
    }

    /// <summary>"sum" pins the samples it is of to the first stage, so that nothing is won by having "other" wait.</summary>
    [Fact]
    public void SumsDoNotWaitWhereNothingIsPutOff()
    {
        var stages = Stages("""
            %0 = input data "x" : float[*, 32] "x"
            %1 = map "x0 * x0" %0 : float[*, 32] "square"
            %2 = contract "*i,*j->ij" %1 %1 : float[32, 32] "sum"
            %3 = contract "*i,*j->ij" %1 %0 : float[32, 32] "other"
            %4 = contract "*i,ij->*j" %1 %2 : float[*, 32] "product"
            %5 = contract "*i,*j->ij" %4 %0 : float[32, 32] "last"
            return output "y" %3
            return output "z" %5

            """);

        Assert.Equal([1], stages["other"]);
        Assert.All(stages["last"], stage => Assert.True(stage > 2));
    }

    /// <summary>"pinned" is read by a sum that the product of the third stage reads, "late" by one that waits and by that product: in the second stage there would be nobody for it.</summary>
    [Fact]
    public void NothingIsPutOffToAStageWithoutAReader()
    {
        var stages = Stages("""
            %0 = input data "x" : float[*, 32] "x"
            %1 = map "x0 * x0" %0 : float[*, 32] "pinned"
            %2 = contract "*i,*j->ij" %1 %1 : float[32, 32] "sum"
            %3 = map "x0 + 2" %0 : float[*, 32] "late"
            %4 = contract "*i,*j->ij" %3 %3 : float[32, 32] "waits"
            %5 = contract "*i,ij->*j" %3 %2 : float[*, 32] "product"
            return output "y" %4
            return output "z" %5

            """);

        Assert.Equal([0], stages["late"]);
        Assert.Equal([1], stages["waits"]);
    }

    /// <summary>Workers take them by turns, and one that is out of turn would have none.</summary>
    [Fact]
    public void TasksOfAStageAreNumberedWithoutGaps()
    {
        var plan = Training(Input(20), Dense(32), Layer("ReLU"), Dense(48), Layer("Tanh"), Dense(40), Layer("SoftmaxCrossEntropy"));
        var tasks = plan.Schedule!.Stages.Select(stage => stage.Where(kernel => WorkSchedule.SplitOf(kernel) == WorkSplit.None).Select(plan.Schedule.TaskOf).Distinct().Order().ToArray()).ToArray();

        Assert.Contains(tasks, numbers => numbers.Length > 2);
        Assert.All(tasks, numbers => Assert.Equal(Enumerable.Range(0, numbers.Length), numbers));
    }

    /// <summary>The invariants that random networks are checked for too.</summary>
    [Theory]
    [InlineData("ReLU", "SoftmaxCrossEntropy")]
    [InlineData("Softmax", "SquaredError")]
    [InlineData("Sparsemax", "MeanSquaredError")]
    [InlineData("LogSoftmax", "SoftmaxCrossEntropy")]
    public void NobodyIsInAnothersWayWithinAStage(string activation, string loss) =>
        Assert.Empty(WorkHazards.Of(Training(
            Input(20), Dense(33), Layer(activation), Layer("Dropout", ("rate", 0.5)), Dense(17), Layer(activation), Dense(30), Layer(activation), Dense(3), Layer(loss))));

    /// <summary>A sum by ranges of its rows, and numbers made of two results that different workers compute.</summary>
    [Fact]
    public void WhatIsNotSharedBySamplesIsReadInALaterStage()
    {
        var stages = Stages("""
            %0 = input data "x" : float[*, 32] "x"
            %1 = map "x0 * x0" %0 : float[*, 32] "square"
            %2 = map "x0 + 1" %0 : float[*, 32] "other"
            %3 = contract "*i,*j->ij" %1 %2 : float[32, 32] "gram"
            %4 = reduce sum [] samples %1 : float[32] "a"
            %5 = reduce max [] samples %1 : float[32] "b"
            %6 = map "x0 + x1" %4 %5 : float[32] "c"
            %7 = map "x0 + 1" %6 : float[32] "d"
            %8 = contract "ij,j->i" %3 %7 : float[32] "e"
            return output "y" %8

            """);

        Assert.Equal([0], stages["square"]);
        Assert.Equal([1], stages["a"]);
        Assert.Equal([1], stages["b"]);
        Assert.Equal([2], stages["c"]);
        Assert.Equal([2], stages["d"]);

        // The sum, and the same in another layout for the product that reads it.
        Assert.Equal([1, 2], stages["gram"]);
        Assert.All(stages["e"], stage => Assert.True(stage >= 2));
    }

    private static ILookup<string, int> Stages(string graph)
    {
        var plan = ProgramPlanner.Plan(GraphText.Parse(graph), ParameterPlan.Of(Model(Input(4), Dense(1))), new ProgramForm { IsShared = true });
        Assert.Empty(WorkHazards.Of(plan));
        return plan.Kernels.ToLookup(kernel => kernel.Result.Label, plan.Schedule!.StageOf);
    }

    private static ProgramPlan Training(params LayerDeclaration[] layers) => NetworkPlan.Of(Model(layers)).Training!;
}
