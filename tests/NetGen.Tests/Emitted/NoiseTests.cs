using System;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>When emitted code draws new numbers: in every training pass, and never in a prediction.</summary>
public sealed class NoiseTests
{
    private static readonly float[] s_input = [.. Enumerable.Range(1, 6 * Classifier.InputSize).Select(i => MathF.Sin(i))];
    private static readonly int[] s_target = [0, 1, 2, 3, 0, 1];

    private readonly Classifier _network = new(1);

    [Fact]
    public void EveryTrainingStepDropsAnew()
    {
        var (workspace, gradients) = (_network.CreateWorkspace(6), _network.CreateGradients());
        var losses = Enumerable.Range(0, 5).Select(_ => _network.LossAndGradient(s_input, s_target, workspace, gradients).Data).ToArray();
        Assert.Equal(losses.Length, losses.Distinct().Count());

        workspace.Step = 0;
        Assert.Equal(losses[0], _network.LossAndGradient(s_input, s_target, workspace, gradients).Data);
    }

    [Fact]
    public void EveryForwardPassDropsAnew()
    {
        var workspace = _network.CreateWorkspace(6);
        var (first, second, third) = (Forward(), Forward(), Forward());
        Assert.NotEqual(first, second);
        Assert.NotEqual(second, third);

        workspace.Step = 0;
        Assert.Equal(first, Forward());

        float[] Forward()
        {
            var output = new float[6 * Classifier.OutputSize];
            _network.Forward(s_input, output, workspace);
            return output;
        }
    }

    [Fact]
    public void ALossInPredictionFormIsTheSameAgain()
    {
        var workspace = _network.CreateWorkspace(6);
        var losses = Enumerable.Range(0, 3).Select(_ => _network.Loss(s_input, s_target, workspace).Data);
        Assert.Single(losses.Distinct());
    }
}
