using System.Linq;
using Xunit;

namespace NetGen.Generator.Tests.PyTorch;

/// <summary>Emitted code against PyTorch: outputs, losses and gradients, in the precision of the network.</summary>
[Trait("Category", "Numeric")]
public sealed class PyTorchAgreementTests
{
    public static TheoryData<string, bool> NetworkNames { get; } = InBothPrecisions();

    [Theory]
    [MemberData(nameof(NetworkNames))]
    public void OutputsAgree(string name, bool isDouble)
    {
        var run = new PyTorchRun(name, isDouble);
        var outputs = new Batch(run.Network.Description.Outputs);
        run.Network.Predict(run.Batch, outputs);
        run.CheckPredicted(outputs);
        if (run.Network is IDifferentiableNetwork network)
        {
            var forward = new Batch(run.Network.Description.Outputs);
            network.Forward(run.Batch, forward, network.CreateWorkspace());
            run.CheckColumns(forward, "output/", run.OutputTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(NetworkNames))]
    public void LossesAndTheirGradientsAgree(string name, bool isDouble)
    {
        var run = new PyTorchRun(name, isDouble);
        if (run.Network is not ITrainableNetwork network)
        {
            Assert.False(run.Reference.Has("double/total"));
            return;
        }

        var workspace = network.CreateWorkspace();
        var gradients = new ParameterBuffer(network.Description.Segments, network.Description.ElementType);
        var loss = network.LossAndGradient(run.Batch, workspace, gradients);
        run.Check("total", [loss.Data], run.OutputTolerance);
        run.CheckParameters(gradients, "gradient/");
        var evaluated = network.Loss(run.Batch, workspace, new Batch(network.Description.Predictions));
        run.CheckPredicted("total", [evaluated.Data]);
    }

    [Theory]
    [MemberData(nameof(NetworkNames))]
    public void BackwardAgrees(string name, bool isDouble)
    {
        var run = new PyTorchRun(name, isDouble);
        var network = Assert.IsAssignableFrom<IDifferentiableNetwork>(run.Network);
        if (!run.Reference.Names("upstream/").Any())
        {
            Assert.Equal("digits", name);
            return;
        }

        var workspace = network.CreateWorkspace();
        var outputs = new Batch(network.Description.Outputs);
        network.Forward(run.Batch, outputs, workspace);
        var upstream = run.CreateBatch(network.Description.Outputs, "upstream/");
        var gradients = new ParameterBuffer(network.Description.Segments, network.Description.ElementType);
        var inputGradients = new Batch(network.Description.Inputs);
        network.Backward(upstream, workspace, gradients, inputGradients);
        run.CheckParameters(gradients, "vjp/");
        run.CheckColumns(inputGradients, "inputvjp/", run.GradientTolerance);
    }

    private static TheoryData<string, bool> InBothPrecisions()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in Networks.Names)
        {
            data.Add(name, false);
            data.Add(name, true);
        }

        return data;
    }
}
