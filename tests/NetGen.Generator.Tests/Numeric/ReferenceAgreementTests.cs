using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Tests.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>
/// Emitted code against the reference interpreter, which runs the graph before any pass in double.
/// The bounds: u is the unit roundoff of the network's precision (2⁻²⁴ or 2⁻⁵³). A sum of n products rounds by at most n·u of the sum of their magnitudes,
/// an element-wise formula by a few units for each of its functions (at most 8 for those of the runtime). So along the longest path the error
/// grows by at most u times (the number of terms, or 16 for a formula), relative to the magnitudes that are summed. Cancellation makes a
/// result smaller than these; the inputs are drawn so that it is seldom by more than a factor of 8, which the bound grants. Where that bound
/// is wider than what the project promises (1e-5 for values and 1e-4 for gradients in float, the same times 2⁻²⁹ in double), the promise holds.
/// </summary>
[Trait("Category", "Numeric")]
public sealed class ReferenceAgreementTests
{
    private const double Cancellation = 8;
    private const int FormulaUnits = 16;
    private const double Promise = 1e-5;
    private const double GradientPromise = 1e-4;

    private static readonly int[] Batches = [1, 2, 5, 6, 7, 13];

    public static TheoryData<string, Precision> All { get; } = InBothPrecisions(CompiledNetworks.Names);

    public static TheoryData<string, Precision> Trainable { get; } = InBothPrecisions(CompiledNetworks.NamesOf<ITrainableNetwork>());

    public static TheoryData<string, Precision> Differentiable { get; } = InBothPrecisions(CompiledNetworks.NamesOf<IDifferentiableNetwork>());

    [Theory]
    [MemberData(nameof(All))]
    public void PredictionsAgree(string name, Precision precision)
    {
        foreach (var samples in Batches)
        {
            var run = new NetworkRun(name, precision, samples, seed: 10 + samples);
            Check(run, run.Compiled.Model.Prediction, ResultRole.Output, run.Predict());
        }
    }

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void PassesAgree(string name, Precision precision)
    {
        foreach (var samples in Batches)
        {
            var (run, graph) = Draw(name, precision, samples, seed: 20 + samples, drawn => drawn.PassGraph());
            Check(run, graph, ResultRole.Output, run.Forward());
            var inputGradients = run.Backward();
            CheckParameters(run, graph);
            Check(run, graph, ResultRole.InputGradient, inputGradients);
        }
    }

    [Theory]
    [MemberData(nameof(Trainable))]
    public void LossesAndTheirGradientsAgree(string name, Precision precision)
    {
        foreach (var samples in Batches)
        {
            var (run, graph) = Draw(name, precision, samples, seed: 30 + samples, drawn => drawn.LossGraph());
            var expected = run.Reference(graph);
            var loss = run.LossAndGradient();
            Agreement.Check(expected[("loss", ResultRole.Loss)], [loss.Data], Tolerance(run, graph), "loss");

            // Regularisation is the runtime's, with tests of its own: here it is taken off again.
            var penalty = new ParameterBuffer(run.Network.Description.Segments, run.Network.Description.ElementType);
            Assert.Equal(Regularization.AddGradient(run.Network.Parameters, penalty), loss.Penalty);
            CheckParameters(run, graph, penalty);

            var predictions = new Batch(run.Network.Description.Predictions);
            var evaluated = ((ITrainableNetwork)run.Network).Loss(run.Inputs, run.Workspace, predictions);
            var prediction = run.Compiled.Model.Prediction;
            Agreement.Check(run.Reference(prediction)[("loss", ResultRole.Loss)], [evaluated.Data], Tolerance(run, prediction), "evaluated loss");
            Assert.Equal(loss.Penalty, evaluated.Penalty);
            Check(run, prediction, ResultRole.Prediction, predictions);
        }
    }

    // Numbers for which no gradient nearly cancels: a tensor of one element can, and then its relative error says nothing.
    private static (NetworkRun Run, ComputationGraph Graph) Draw(
        string name, Precision precision, int samples, int seed, Func<NetworkRun, ComputationGraph> graphOf)
    {
        while (true)
        {
            var run = new NetworkRun(name, precision, samples, seed);
            var graph = graphOf(run);
            var sizes = run.Reference(graph).Where(result => result.Key.Role is ResultRole.ParameterGradient or ResultRole.InputGradient)
                .Select(result => result.Value.Max(Math.Abs)).Where(size => size > 0).ToArray();
            if (sizes.Length == 0 || sizes.Min() * 50 >= sizes.Max() || seed > 1000)
            {
                return (run, graph);
            }

            seed += 100;
        }
    }

    private static void Check(NetworkRun run, ComputationGraph graph, ResultRole role, Batch found)
    {
        var expected = run.Reference(graph);
        foreach (var column in found.Columns)
        {
            var name = column.Description.Name;
            var reference = expected.TryGetValue((name, role), out var numbers) ? numbers : new double[run.Samples * column.Description.Size];
            Agreement.Check(reference, NetworkRun.Numbers(column), Tolerance(run, graph, role == ResultRole.InputGradient ? GradientPromise : Promise), $"{role} {name} of {run.Samples} samples");
        }
    }

    private static void CheckParameters(NetworkRun run, ComputationGraph graph, ParameterBuffer? penalty = null)
    {
        var expected = run.Reference(graph);
        foreach (var view in run.Gradients.Views())
        {
            var reference = expected.TryGetValue((view.Name, ResultRole.ParameterGradient), out var numbers) ? numbers.ToArray() : new double[view.Count];
            var added = penalty?[view.Name].ToArray<double>();
            for (var i = 0; added is not null && i < reference.Length; i++)
            {
                reference[i] += added[i];
            }

            Agreement.Check(reference, view.ToArray<double>(), Tolerance(run, graph, GradientPromise), $"gradient of {view.Name} for {run.Samples} samples");
        }
    }

    private static double Tolerance(NetworkRun run, ComputationGraph graph, double promise = Promise)
    {
        var units = new Dictionary<Value, double>();
        foreach (var value in graph.Values)
        {
            var before = value.Operands.Count == 0 ? 0 : value.Operands.Max(operand => units[operand]);
            units[value] = before + Units(value, run.Samples);
        }

        var roundoff = Math.Pow(2, run.IsDouble ? -53 : -24);
        var bound = Cancellation * roundoff * graph.Results.Max(result => units[result.Value]);
        return Math.Min(bound, promise * (roundoff / Math.Pow(2, -24)));
    }

    private static double Units(Value value, int samples) => value.Operation switch
    {
        ContractOperation or ReduceOperation => Terms(value, samples),
        MapOperation or SparsemaxThresholdOperation => FormulaUnits,
        _ => 0,
    };

    // How many terms are summed: all elements of both operands' axes for each element of the result.
    private static double Terms(Value value, int samples)
    {
        var operands = value.Operands.Max(operand => (double)operand.Shape.Count * (operand.Batched ? samples : 1));
        return Math.Max(1, operands / Math.Max(1, value.Batched ? samples : 1));
    }

    private static TheoryData<string, Precision> InBothPrecisions(TheoryData<string> names)
    {
        var data = new TheoryData<string, Precision>();
        foreach (var name in names)
        {
            data.Add(name, Precision.Single);
            data.Add(name, Precision.Double);
        }

        return data;
    }
}
