using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
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
}
