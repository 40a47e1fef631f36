using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

public class OptimizerTests
{
    public static TheoryData<string> Names() => [.. OptimizerReferenceTests.Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FrozenParametersStayAsTheyAre(string name)
    {
        Check(TestParameters.Weight with { Trainable = false }, TestParameters.Bias, frozen: "weight", trained: "bias");
        Check(TestParameters.Weight, TestParameters.Bias with { Trainable = false }, frozen: "bias", trained: "weight");

        void Check(ParameterSegment weight, ParameterSegment bias, string frozen, string trained)
        {
            var optimizer = OptimizerReferenceTests.Cases[name]();
            var parameters = TestParameters.Store(ElementType.Float32, weight, bias);
            var gradients = TestParameters.Gradients(parameters, OptimizerReference.Gradients[0]);
            optimizer.Step(parameters, gradients);

            Assert.Equal(OptimizerReference.Initial[frozen], parameters[frozen].ToArray<double>());
            Assert.NotEqual(OptimizerReference.Initial[trained], parameters[trained].ToArray<double>());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AStepAllocatesNothingAfterTheFirst(string name)
    {
        var optimizer = OptimizerReferenceTests.Cases[name]();
        var parameters = TestParameters.Store(ElementType.Float32);
        var gradients = TestParameters.Gradients(parameters, OptimizerReference.Gradients[0]);
        optimizer.Step(parameters, gradients);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            optimizer.Step(parameters, gradients);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>The power is not computed where it no longer counts: not a bit changes.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    [InlineData(0.9999)]
    public void AdamsBiasCorrectionIsThatOfTheFormulaAtEveryStep(double beta) => Assert.All(
        Enumerable.Range(1, 400).SelectMany(i => new[] { i, (long)(i / (1 - beta) / 10) + 1 }),
        step => Assert.Equal(1 - Math.Pow(beta, step), AdamUpdate.Unbiased(beta, step)));

    [Fact]
    public void StatesHavePyTorchsNames()
    {
        static IEnumerable<string> StateOf(Optimizer optimizer)
        {
            var parameters = TestParameters.Store(ElementType.Float64);
            Assert.Empty(optimizer.State);
            optimizer.Step(parameters, TestParameters.Gradients(parameters, OptimizerReference.Gradients[0]));
            Assert.Equal(optimizer.StateNames.Length, optimizer.State.Count);
            return optimizer.StateNames;
        }

        Assert.Empty(StateOf(new Sgd()));
        Assert.Equal(["momentum_buffer"], StateOf(new Momentum()));
        Assert.Equal(["momentum_buffer"], StateOf(new Nesterov()));
        Assert.Equal(["sum"], StateOf(new Adagrad()));
        Assert.Equal(["square_avg"], StateOf(new RMSProp()));
        Assert.Equal(["square_avg", "grad_avg"], StateOf(new RMSProp(centered: true)));
        Assert.Equal(["square_avg", "momentum_buffer", "grad_avg"], StateOf(new RMSProp(momentum: 0.9, centered: true)));
        Assert.Equal(["exp_avg", "exp_avg_sq"], StateOf(new Adam()));
        Assert.Equal(["exp_avg", "exp_avg_sq", "max_exp_avg_sq"], StateOf(new AdamW(amsgrad: true)));
    }

    [Fact]
    public void DecaySparesWhatIsNotChosen()
    {
        var optimizer = new AdamW(0.1, weightDecay: 0.5) { Decays = segment => segment.Shape.Length > 1 };
        var parameters = TestParameters.Store(ElementType.Float64);
        optimizer.Step(parameters, new ParameterBuffer(parameters.Segments, ElementType.Float64));

        Assert.Equal(OptimizerReference.Initial["weight"].Select(value => value * 0.95), parameters["weight"].ToArray<double>(), (x, y) => Math.Abs(x - y) < 1e-15);
        Assert.Equal(OptimizerReference.Initial["bias"], parameters["bias"].ToArray<double>());
    }

    [Fact]
    public void AStepIsAnUpdateOfTheParameters()
    {
        var parameters = TestParameters.Store(ElementType.Float32);
        var gradients = TestParameters.Gradients(parameters, OptimizerReference.Gradients[0]);
        var optimizer = new Sgd(0.1);
        var version = parameters.BeginRead();
        optimizer.Step(parameters, gradients);
        Assert.Throws<InvalidOperationException>(() => parameters.EndRead(version));
        parameters.EndRead(parameters.BeginRead());

        parameters.BeginUpdate();
        Assert.Throws<InvalidOperationException>(() => optimizer.Step(parameters, gradients));
        Assert.Equal(1, optimizer.StepCount);
    }

    [Fact]
    public void GradientsOfAnotherNetworkAreRefused()
    {
        var parameters = TestParameters.Store(ElementType.Float32);
        var optimizer = new Adam();
        Assert.Contains("Float64", Assert.Throws<ArgumentException>(
            () => optimizer.Step(parameters, new ParameterBuffer(parameters.Segments, ElementType.Float64))).Message, StringComparison.Ordinal);
        Assert.Contains("32", Assert.Throws<ArgumentException>(
            () => optimizer.Step(parameters, new ParameterBuffer([TestParameters.Weight], ElementType.Float32))).Message, StringComparison.Ordinal);
        Assert.Equal(OptimizerReference.Initial["weight"], parameters["weight"].ToArray<double>());
        parameters.EndRead(parameters.BeginRead());
    }

    [Fact]
    public void AnOptimizerServesOneNetwork()
    {
        var optimizer = new Adam();
        var first = TestParameters.Store(ElementType.Float32);
        optimizer.Step(first, TestParameters.Gradients(first, OptimizerReference.Gradients[0]));
        var second = TestParameters.Store(ElementType.Float32);
        Assert.Throws<InvalidOperationException>(() => optimizer.Step(second, TestParameters.Gradients(second, OptimizerReference.Gradients[0])));
        Assert.Equal(1, optimizer.StepCount);
    }

    [Fact]
    public void SettingsOutsideTheirRangeAreRefused()
    {
        (string Name, Func<object> Create)[] cases =
        [
            ("learningRate", () => new Sgd(-1)),
            ("learningRate", () => new Sgd(double.NaN)),
            ("learningRate", () => new Sgd(1e39)),
            ("weightDecay", () => new Sgd(0.1, -1)),
            ("momentum", () => new Momentum(0.1, 1.1)),
            ("dampening", () => new Momentum(0.1, 0.9, -0.1)),
            ("momentum", () => new Nesterov(0.1, -0.1)),
            ("rateDecay", () => new Adagrad(rateDecay: -1)),
            ("initialAccumulator", () => new Adagrad(initialAccumulator: double.PositiveInfinity)),
            ("epsilon", () => new Adagrad(epsilon: 0)),
            ("alpha", () => new RMSProp(alpha: 1.5)),
            ("epsilon", () => new RMSProp(epsilon: 0)),
            ("momentum", () => new RMSProp(momentum: 2)),
            ("beta1", () => new Adam(beta1: 1)),
            ("beta2", () => new Adam(beta2: -0.1)),
            ("epsilon", () => new Adam(epsilon: 1e-60)),
            ("beta1", () => new AdamW(beta1: 1)),
            ("weightDecay", () => new AdamW(weightDecay: double.NaN)),
            ("LearningRate", () => new Adam().LearningRate = -1),
        ];
        foreach (var (name, create) in cases)
        {
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(create).ParamName);
        }
    }
}
