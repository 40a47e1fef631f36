using System;
using System.Linq;
using System.Runtime.InteropServices;
using NetGen.Generator.Tests.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>What must not change the bits of a result: the size of the batch, what memory held before, a second call.</summary>
[Trait("Category", "Numeric")]
public sealed class SameBitsTests
{
    public static TheoryData<string, Precision> All => ReferenceAgreementTests.All;

    public static TheoryData<string, Precision> Differentiable => ReferenceAgreementTests.Differentiable;

    public static TheoryData<string, Precision> Trainable => ReferenceAgreementTests.Trainable;

    [Theory]
    [MemberData(nameof(All))]
    public void ASampleIsTheSameInABatchOfAnySize(string name, Precision precision)
    {
        var run = new NetworkRun(name, precision, samples: 33, seed: 4);
        var columns = run.Network.Description.Outputs;
        var whole = run.Predict();
        foreach (var count in new[] { 1, 2, 3, 7 })
        {
            var outputs = new Batch(columns);
            run.Network.Predict(NetworkRun.Take(run.Inputs, run.Network.Description.Inputs, count), outputs);
            for (var i = 0; i < columns.Length; i++)
            {
                var expected = NetworkRun.Numbers(whole[i]).Take(count * columns[i].Size).ToArray();

                // One sample may use another kernel.
                Agreement.Check(expected, NetworkRun.Numbers(outputs[i]), count == 1 ? 1e-5 : 0, $"{columns[i].Name}, {count} samples");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void PassesDoNotDependOnWhatMemoryHeld(string name, Precision precision)
    {
        var run = new NetworkRun(name, precision, samples: 7, seed: 5);
        run.Workspace.Reserve(7);
        var outputs = Columns(run.Forward());
        var inputs = Columns(run.Backward());
        var gradients = Bits(run.Gradients.Buffer);
        Assert.Equal(inputs, Columns(run.Backward()));
        Assert.Equal(gradients, Bits(run.Gradients.Buffer));

        FillWithNaN(run.Workspace.Arena);
        Assert.Equal(outputs, Columns(run.Forward()));
        Assert.Equal(inputs, Columns(run.Backward()));
        Assert.Equal(gradients, Bits(run.Gradients.Buffer));
    }

    [Theory]
    [MemberData(nameof(Trainable))]
    public void LossesDoNotDependOnWhatMemoryHeld(string name, Precision precision)
    {
        var run = new NetworkRun(name, precision, samples: 7, seed: 6);
        run.Workspace.Reserve(7);
        var network = (ITrainableNetwork)run.Network;
        var predictions = new Batch(network.Description.Predictions);
        var loss = run.LossAndGradient();
        var gradients = Bits(run.Gradients.Buffer);
        var evaluated = network.Loss(run.Inputs, run.Workspace, predictions);

        FillWithNaN(run.Workspace.Arena);
        Assert.Equal(evaluated, network.Loss(run.Inputs, run.Workspace, predictions));
        FillWithNaN(run.Workspace.Arena);
        Assert.Equal(loss, run.LossAndGradient());
        Assert.Equal(gradients, Bits(run.Gradients.Buffer));
    }

    [Theory]
    [MemberData(nameof(Trainable))]
    public void PaddingOfGradientsStaysZero(string name, Precision precision)
    {
        var run = new NetworkRun(name, precision, samples: 6, seed: 7);
        run.Workspace.Reserve(6);
        FillWithNaN(run.Workspace.Arena);
        run.LossAndGradient();
        var gradients = run.Gradients;
        var isValue = new bool[gradients.Buffer.Length];
        foreach (var segment in gradients.Segments)
        {
            for (var i = 0; i < segment.Count; i++)
            {
                isValue[segment.Locate(i)] = true;
            }
        }

        for (var i = 0; i < isValue.Length; i++)
        {
            var number = run.IsDouble ? gradients.Buffer.AsSpan<double>()[i] : gradients.Buffer.AsSpan<float>()[i];
            Assert.True(isValue[i] ? double.IsFinite(number) : number == 0, $"Element {i} is {number}.");
        }
    }

    private static void FillWithNaN(AlignedBuffer buffer)
    {
        if (buffer.ElementType == ElementType.Float64)
        {
            buffer.AsSpan<double>().Fill(double.NaN);
        }
        else
        {
            buffer.AsSpan<float>().Fill(float.NaN);
        }
    }

    private static double[] Columns(Batch batch) => batch.Columns.SelectMany(NetworkRun.Numbers).ToArray();

    private static byte[] Bits(AlignedBuffer buffer) => buffer.ElementType == ElementType.Float64
        ? MemoryMarshal.AsBytes(buffer.AsSpan<double>()).ToArray()
        : MemoryMarshal.AsBytes(buffer.AsSpan<float>()).ToArray();
}
