using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Differentiation;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Generator.Tests.Reference;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.PyTorch;

/// <summary>
/// Lowering and differentiation against PyTorch in double precision, through the reference interpreter, before any pass:
/// a wrong lowering would pass everything that compares emitted code with its own graph.
/// </summary>
public sealed class PyTorchLoweringTests
{
    // Both sides round each of at most some thousand operations to 1.1e-16; the sums here have at most 784 terms.
    private const double Tolerance = 1e-12;

    public static TheoryData<string> NetworkNames { get; } = new(Networks.Names);

    [Fact]
    public void EveryNetworkHasItsFile() => Assert.Equal(Networks.Names.Order(), PyTorchReference.Files().Order());

    [Theory]
    [MemberData(nameof(NetworkNames))]
    public void OutputsAndLossesAgree(string name)
    {
        var (model, reference) = Load(name);
        foreach (var graph in new[] { model.Prediction, model.Training })
        {
            var results = Run(graph, model, reference);
            string In(string name) => graph == model.Prediction ? reference.Predicted("double/", name) : "double/" + name;
            Assert.Equal(reference.Names("double/output/").Order(), model.Outputs.Select(output => output.Name).Order());
            foreach (var output in reference.Names("double/output/"))
            {
                Agreement.Check(reference[In("output/" + output)], results[(output, ResultRole.Output)], Tolerance, output);
            }

            Assert.Equal(reference.Names("double/loss/"), model.Losses.Select(loss => loss.Name));
            if (model.Losses.Count > 0)
            {
                Agreement.Check(reference[In("total")], results[("loss", ResultRole.Loss)], Tolerance, "total loss");
            }
        }
    }

    [Theory]
    [MemberData(nameof(NetworkNames))]
    public void GradientsOfTheLossAgree(string name)
    {
        var (model, reference) = Load(name);
        if (model.Losses.Count == 0)
        {
            Assert.Empty(reference.Names("double/gradient/"));
            return;
        }

        var graph = GradientGraphs.LossAndGradient(model);
        var results = Run(graph, model, reference);
        CheckGradients(reference, results, ResultRole.ParameterGradient, "double/gradient/");
        CheckStates(reference, results);
    }

    [Theory]
    [MemberData(nameof(NetworkNames))]
    public void GradientsOfTheOutputsAgree(string name)
    {
        var (model, reference) = Load(name);
        if (!reference.Names("upstream/").Any())
        {
            Assert.Equal("digits", name);
            return;
        }

        var results = Run(GradientGraphs.VectorJacobianProduct(model), model, reference);
        CheckGradients(reference, results, ResultRole.ParameterGradient, "double/vjp/");
        CheckGradients(reference, results, ResultRole.InputGradient, "double/inputvjp/");
        CheckStates(reference, results);
    }

    private static void CheckStates(PyTorchReference reference, IReadOnlyDictionary<(string Name, ResultRole Role), double[]> results)
    {
        foreach (var state in reference.Names("double/next/"))
        {
            Agreement.Check(reference["double/next/" + state], results[(state, ResultRole.NextState)], Tolerance, state);
        }
    }

    private static void CheckGradients(
        PyTorchReference reference, IReadOnlyDictionary<(string Name, ResultRole Role), double[]> results, ResultRole role, string prefix)
    {
        Assert.NotEmpty(reference.Names(prefix));
        foreach (var leaf in reference.Names(prefix))
        {
            // What nothing reaches has no gradient, which stands for zeros.
            var expected = reference[prefix + leaf];
            var found = results.TryGetValue((leaf, role), out var gradient) ? gradient : new double[expected.Length];
            Agreement.Check(expected, found, Tolerance, prefix + leaf);
        }
    }

    private static IReadOnlyDictionary<(string Name, ResultRole Role), double[]> Run(ComputationGraph graph, NetworkModel model, PyTorchReference reference)
    {
        GraphVerifier.Verify(graph);
        var inputs = new Dictionary<(string Name, InputRole Role), double[]>();
        foreach (var (prefix, role) in new[] { ("input/", InputRole.Data), ("target/", InputRole.Target), ("upstream/", InputRole.OutputGradient) })
        {
            foreach (var column in reference.Names(prefix))
            {
                inputs[(column, role)] = reference[prefix + column];
            }
        }

        foreach (var loss in model.Losses)
        {
            var weights = reference.Has("weight/" + loss.Name) ? reference["weight/" + loss.Name] : [.. Enumerable.Repeat(1.0, reference.Samples)];
            inputs[(loss.Name, InputRole.SampleScale)] = weights.Select(weight => weight / weights.Sum()).ToArray();
        }

        var parameters = model.Parameters.ToDictionary(parameter => parameter.Name, parameter => reference[parameter.Name]);
        return ReferenceInterpreter.Run(graph, reference.Samples, parameters, inputs);
    }

    private static (NetworkModel Model, PyTorchReference Reference) Load(string name)
    {
        var compilation = TestCompilation.Create(Networks.Source(name, isDouble: true));
        var network = NetworkSymbol.Find(compilation.GetTypeByMetadataName($"{Networks.Namespace}.{Networks.ClassName(name)}")!, default)!;
        var declaration = DeclarationReader.Read(network, compilation, default);
        Assert.Empty(declaration.Errors);
        Assert.False(declaration.IsIncomplete);
        return (ModelBuilder.Build(declaration), PyTorchReference.Read(name));
    }
}
