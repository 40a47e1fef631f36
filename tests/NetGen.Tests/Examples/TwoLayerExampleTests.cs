using System.Linq;
using Xunit;

namespace NetGen.Tests.Examples;

/// <summary>
/// A network of two inputs, two hidden and two output units that one can follow by hand:
/// <code>
/// h₁ = ReLU(1·x₁ − 0.5·x₂ − 0.5)     y₁ = ReLU(0.5·h₁ − 1·h₂ + 1)
/// h₂ = ReLU(0.5·x₁ + 1·x₂ − 0.5)     y₂ = ReLU(−2·h₁ + 0.5·h₂ + 1)
/// </code>
/// </summary>
[Trait("Category", "Numeric")]
public sealed partial class TwoLayerExampleTests
{
    private readonly Example _network = new();

    public TwoLayerExampleTests()
    {
        _network.Parameters["hidden.weight"].CopyFrom(1, -0.5, 0.5, 1);
        _network.Parameters["hidden.bias"].CopyFrom(-0.5, -0.5);
        _network.Parameters["outer.weight"].CopyFrom(0.5, -1, -2, 0.5);
        _network.Parameters["outer.bias"].CopyFrom(1, 1);
    }

    // x = (1, 2): z₁ = 1 − 1 − 0.5 = −0.5, so h₁ = 0; z₂ = 0.5 + 2 − 0.5 = 2, so h₂ = 2.
    // The outer sums are 0 − 2 + 1 = −1, so y₁ = 0, and 0 + 1 + 1 = 2, so y₂ = 2.
    [Fact]
    public void OutputsAreThoseByHand()
    {
        var output = new float[2];
        _network.Predict([1, 2], output);
        Assert.Equal([0f, 2f], output);
    }

    // Targets (2, 4): ½·((0 − 2)² + (2 − 4)²) = 4.
    // ∂L/∂y = (−2, −2). The first outer unit is off, so its sum has the gradient 0; the second has −2.
    // ∂L/∂V = that ⊗ h = ((0, 0), (0, −4)), ∂L/∂c = (0, −2).
    // ∂L/∂h = Vᵀ·(0, −2) = (4, −1). The first hidden unit is off: (0, −1).
    // ∂L/∂W = (0, −1) ⊗ (1, 2) = ((0, 0), (−1, −2)), ∂L/∂b = (0, −1).
    [Fact]
    public void LossAndGradientsAreThoseByHand()
    {
        var gradients = _network.CreateGradients();
        var loss = _network.LossAndGradient([1, 2], [2, 4], _network.CreateWorkspace(), gradients);
        Assert.Equal(4, loss.Total);
        Assert.Equal([0f, 0f, -1f, -2f], gradients["hidden.weight"].ToArray<float>());
        Assert.Equal([0f, -1f], gradients["hidden.bias"].ToArray<float>());
        Assert.Equal([0f, 0f, 0f, -4f], gradients["outer.weight"].ToArray<float>());
        Assert.Equal([0f, -2f], gradients["outer.bias"].ToArray<float>());
    }

    // ∂L/∂x = Wᵀ·(0, −1) = (−0.5, −1) for the upstream gradient (−2, −2).
    [Fact]
    public void BackwardGivesTheGradientOfTheInput()
    {
        var (workspace, gradients) = (_network.CreateWorkspace(), _network.CreateGradients());
        var (output, inputGradient) = (new float[2], new float[2]);
        _network.Forward([1, 2], output, workspace);
        _network.Backward([-2, -2], workspace, gradients, inputGradient);
        Assert.Equal([-0.5f, -1f], inputGradient);
        Assert.Equal(-4, gradients["outer.weight"][1, 1]);
    }

    [Fact]
    public void TheDescriptionListsTheLayers()
    {
        var description = _network.Description;
        Assert.Equal(["input", "hidden", "relu1", "outer", "relu2"], description.Layers.Select(layer => layer.Name));
        Assert.Equal(12, description.ParameterCount);
        Assert.Equal(8, description.MultiplyAdds);
    }

    [Network]
    [Input(2)]
    [Dense(2, Name = "hidden"), ReLU]
    [Dense(2, Name = "outer"), ReLU]
    [SquaredError]
    internal sealed partial class Example;
}
