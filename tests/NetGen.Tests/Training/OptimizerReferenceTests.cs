using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>Every optimiser takes the steps that PyTorch's takes, in double and in float.</summary>
[Trait("Category", "Numeric")]
public class OptimizerReferenceTests
{
    /// <summary>The cases of the reference file, with PyTorch's defaults where the script has them.</summary>
    internal static readonly IReadOnlyDictionary<string, Func<Optimizer>> Cases = new Dictionary<string, Func<Optimizer>>
    {
        ["sgd"] = () => new Sgd(0.1),
        ["sgd_decay"] = () => new Sgd(0.05, weightDecay: 0.3),
        ["momentum"] = () => new Momentum(0.1),
        ["momentum_dampened"] = () => new Momentum(0.05, 0.7, 0.4, 0.1),
        ["nesterov"] = () => new Nesterov(0.1),
        ["nesterov_decay"] = () => new Nesterov(0.02, 0.5, 0.2),
        ["adagrad"] = () => new Adagrad(),
        ["adagrad_all"] = () => new Adagrad(0.2, 0.1, 0.05, 0.3, 1e-3),
        ["rmsprop"] = () => new RMSProp(),
        ["rmsprop_momentum"] = () => new RMSProp(0.02, 0.9, 1e-4, 0.1, 0.8),
        ["rmsprop_centered"] = () => new RMSProp(0.02, 0.8, 1e-2, centered: true),
        ["rmsprop_centered_momentum"] = () => new RMSProp(0.01, 0.7, 1e-2, momentum: 0.6, centered: true),
        ["adam"] = () => new Adam(),
        ["adam_all"] = () => new Adam(0.1, 0.8, 0.95, 1e-3, 0.1),
        ["adam_amsgrad"] = () => new Adam(0.1, 0.5, 0.6, amsgrad: true),
        ["adamw"] = () => new AdamW(),
        ["adamw_all"] = () => new AdamW(0.1, 0.8, 0.95, 1e-3, 0.5),
        ["adamw_amsgrad"] = () => new AdamW(0.1, 0.5, 0.6, amsgrad: true),
    };

    // A step rounds at most 16 times, each by half a unit in the last place (2⁻²⁴ or 2⁻⁵³) of a value that is at most
    // 4 times the largest parameter, and ten steps add up.
    private const double RoundingsOverAllSteps = 16 * 4 * 10;
    private static readonly double FloatTolerance = RoundingsOverAllSteps * Math.Pow(2, -24);
    private static readonly double DoubleTolerance = RoundingsOverAllSteps * Math.Pow(2, -53);

    public static TheoryData<string, ElementType> NamesAndTypes()
    {
        var data = new TheoryData<string, ElementType>();
        foreach (var name in OptimizerReference.OptimizerNames)
        {
            data.Add(name, ElementType.Float32);
            data.Add(name, ElementType.Float64);
        }

        return data;
    }

    [Fact]
    public void TheFileHasEveryCase() => Assert.Equal(Cases.Keys.Order(), OptimizerReference.OptimizerNames.Order());

    [Theory]
    [MemberData(nameof(NamesAndTypes))]
    public void StepsAreThoseOfPyTorch(string name, ElementType type)
    {
        var optimizer = Cases[name]();
        var parameters = TestParameters.Store(type);
        var trajectory = OptimizerReference.Trajectory(name);
        var tolerance = type == ElementType.Float64 ? DoubleTolerance : FloatTolerance;
        Assert.Equal(10, trajectory.Count);
        for (var step = 0; step < trajectory.Count; step++)
        {
            optimizer.Step(parameters, TestParameters.Gradients(parameters, OptimizerReference.Gradients[step]));
            foreach (var view in parameters.Views())
            {
                var difference = TestParameters.Difference(trajectory[step][view.Name], view.ToArray<double>());
                Assert.True(difference <= tolerance, $"{name}, {view.Name}, step {step + 1}: {difference} > {tolerance}");
            }
        }

        Assert.Equal(10, optimizer.StepCount);
    }

    [Theory]
    [MemberData(nameof(NamesAndTypes))]
    public void PaddingStaysZero(string name, ElementType type)
    {
        var optimizer = Cases[name]();
        var parameters = TestParameters.Store(type);
        foreach (var gradient in OptimizerReference.Gradients)
        {
            optimizer.Step(parameters, TestParameters.Gradients(parameters, gradient));
        }

        TestParameters.AssertPaddingIsZero(parameters);
        Assert.All(optimizer.State, TestParameters.AssertPaddingIsZero);
    }
}
