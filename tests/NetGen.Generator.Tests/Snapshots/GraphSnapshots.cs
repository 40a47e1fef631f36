using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Optimization;
using NetGen.Generator.Tests.Layers;
using Xunit;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>The graph of a training step of <see cref="SourceSnapshots.Classifier"/>, as differentiation leaves it and as the passes do.</summary>
public sealed class GraphSnapshots
{
    [Fact]
    public void ClassifierBeforeThePasses() => Verify(GradientGraphs.LossAndGradient(Classifier()));

    [Fact]
    public void ClassifierAfterThePasses() => Verify(Passes.Run(GradientGraphs.LossAndGradient(Classifier())));

    private static NetworkModel Classifier() => Declare.Model(
        Declare.Input(4), Declare.Dense(16), Declare.Layer("ReLU"), Declare.Dense(3), Declare.Layer("SoftmaxCrossEntropy"));

    private static void Verify(ComputationGraph graph, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Snapshot.Verify(GraphText.Print(graph), name, "txt");
}
