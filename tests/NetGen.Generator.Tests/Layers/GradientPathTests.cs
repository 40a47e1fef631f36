using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Layers;

/// <summary>The threshold has no derivative: what must learn may not lie before it.</summary>
public sealed class GradientPathTests
{
    private static readonly LayerDeclaration Fixed = Dense(2, ("Trainable", false));

    [Fact]
    public void TrainableParametersBeforeAThresholdAreRefused()
    {
        var error = Assert.Throws<DeclarationException>(() => Model(Input(3), Dense(2), Layer("Tanh"), Layer("Threshold"), Layer("SquaredError"))).Error;
        Assert.Equal((DiagnosticIds.NoGradient, 3), (error.Id, error.Layer));
        Assert.Equal(["Threshold 'threshold1'", "dense1.weight, dense1.bias"], error.MessageArguments);
    }

    [Fact]
    public void TheFirstThresholdIsNamed()
    {
        var layers = new[] { Input(3), Dense(2), Layer("Threshold"), Layer("Threshold"), Layer("SquaredError") };
        Assert.Equal(2, Assert.Throws<DeclarationException>(() => Model(layers)).Error.Layer);
    }

    [Fact]
    public void FixedParametersMayLieBeforeAThreshold()
    {
        var model = Model(Input(3), Fixed, Layer("Threshold"), Dense(1), Layer("SquaredError"));
        Assert.Equal([2], model.NonDifferentiable.Select(value => value.Layer));
        Assert.Contains(model.NonDifferentiable[0].TrainingValue, model.Training.Values);
    }

    [Fact]
    public void AThresholdThatNoLossUsesCutsNothing()
    {
        var model = Model(
            Input(3), Dense(2), Layer("Threshold"), Layer("Output", ("Name", "decision")), Layer("Output", ("From", "dense1")), Layer("SquaredError", ("From", "dense1")));
        Assert.Single(model.NonDifferentiable);
        Assert.True(model.PassesGradients);
    }

    [Fact]
    public void WithoutALossGradientsPassWhereTheyCan()
    {
        Assert.True(Model(Input(3), Dense(2)).PassesGradients);
        Assert.False(Model(Input(3), Layer("Threshold")).PassesGradients);
        Assert.False(Model(Input(3), Dense(2), Layer("Threshold")).PassesGradients);
        Assert.False(Model(Input(3), Fixed, Layer("Threshold")).PassesGradients);
        Assert.True(Model(Input(3), Layer("Threshold"), Dense(2)).PassesGradients);
        Assert.True(Model(Input(3), Layer("Threshold"), Layer("ReLU", ("From", "input"))).PassesGradients);
    }

    /// <summary>No layer hides a parameter behind a stopped gradient alone; the graph allows it.</summary>
    [Fact]
    public void AStoppedGradientNeedsNoPath()
    {
        var graph = GraphText.Parse("""
            %0 = parameter "dense1.weight" : float[2, 3] "w"
            %1 = map "exp(x0)" %0 : float[2, 3] "open"
            %2 = stop-gradient %1 : float[2, 3] "stopped"
            %3 = map "x0 * x0" %2 : float[2, 3] "behind"

            """);
        var parameters = Model(Input(3), Dense(2)).Parameters;
        Assert.Equal(["dense1.weight"], GradientPaths.TrainableBefore(graph.Values[1], parameters));
        Assert.Empty(GradientPaths.TrainableBefore(graph.Values[3], parameters));
    }
}
