using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

public class TrainerTests
{
    [Fact]
    public void LinearRegressionFindsTheLine()
    {
        var network = new LinearNetwork<double>(2, 1, TestLoss.MeanSquaredError);
        var result = new Trainer(network, new Adam(0.05)) { BatchSize = 16 }.Fit(TestData.Line(200), epochs: 60);

        Assert.Equal(60, result.History.Length);
        Assert.Equal(60 * 13, result.Steps);
        Assert.False(result.Cancelled);
        Assert.InRange(result.History[^1].Training.Total, 0, 1e-6);
        Assert.Equal(1, network.Parameters["weight"][0, 0], 1e-3);
        Assert.Equal(-2, network.Parameters["weight"][0, 1], 1e-3);
        Assert.Equal(0.5, network.Parameters["bias"][0], 1e-3);
    }

    [Fact]
    public void SoftmaxRegressionLearnsClasses()
    {
        var network = new LinearNetwork<float>(2, 3, TestLoss.SoftmaxCrossEntropy);
        var result = new Trainer(network, new Adam(0.1)).Fit(TestData.Classes(300), TestData.Classes(300), epochs: 30);
        Assert.InRange(result.History[^1].Validation!.Accuracy, 0.97, 1);
        Assert.Equal(network.Evaluate(TestData.Classes(300)).Accuracy, result.History[^1].Validation!.Accuracy);
        TestParameters.AssertPaddingIsZero(network.Parameters);
    }

    [Fact]
    public void EveryEpochTakesEverySampleOnceInAnOrderOfItsOwn()
    {
        var data = TestData.Line(50);
        data.Fills = [];
        new Trainer(new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError), new Sgd(0.01)) { BatchSize = 16 }.Fit(data, epochs: 2);

        Assert.Equal([16, 16, 16, 2, 16, 16, 16, 2], data.Fills.Select(rows => rows.Length));
        var first = data.Fills.Take(4).SelectMany(rows => rows).ToArray();
        var second = data.Fills.Skip(4).SelectMany(rows => rows).ToArray();
        Assert.Equal(Enumerable.Range(0, 50), first.Order());
        Assert.Equal(Enumerable.Range(0, 50), second.Order());
        Assert.NotEqual(Enumerable.Range(0, 50), first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void WithoutShufflingSamplesKeepTheirOrder()
    {
        var data = TestData.Line(5);
        data.Fills = [];
        new Trainer(new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError), new Sgd(0.01)) { BatchSize = 100, Shuffle = false }.Fit(data, epochs: 2);
        Assert.Equal([[0, 1, 2, 3, 4], [0, 1, 2, 3, 4]], data.Fills);
    }

    [Fact]
    public void TheSeedDecidesTheWeightsBitByBit()
    {
        static float[] Train(int seed)
        {
            var network = new LinearNetwork<float>(2, 3, TestLoss.SoftmaxCrossEntropy);
            new Trainer(network, new Momentum(0.1)) { Seed = seed }.Fit(TestData.Classes(100), epochs: 3);
            return network.Parameters["weight"].ToArray<float>();
        }

        Assert.Equal(Train(7), Train(7));
        Assert.NotEqual(Train(7), Train(8));
    }

    [Fact]
    public void FittingAgainContinues()
    {
        static (float[] Weights, IEnumerable<int> Epochs) Train(params int[] epochs)
        {
            var network = new LinearNetwork<float>(2, 3, TestLoss.SoftmaxCrossEntropy);
            var trainer = new Trainer(network, new Adam(0.1)) { Schedule = new ExponentialSchedule(0.9) };
            var reports = epochs.SelectMany(count => trainer.Fit(TestData.Classes(100), epochs: count).History).ToArray();
            Assert.Equal(epochs.Sum(), trainer.EpochCount);
            Assert.Equal(epochs.Sum() * 4, trainer.StepCount);
            Assert.Equal(trainer.StepCount, trainer.Optimizer.StepCount);
            return (network.Parameters["weight"].ToArray<float>(), reports.Select(report => report.Epoch));
        }

        var (once, _) = Train(5);
        var (again, numbers) = Train(2, 3);
        Assert.Equal(once, again);
        Assert.Equal([1, 2, 3, 4, 5], numbers);
    }

    [Fact]
    public void TheWorkspaceKnowsSeedAndStep()
    {
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
        List<(ulong Seed, long Step)> seen = [];
        network.DuringStep = workspace =>
        {
            seen.Add((workspace.Seed, workspace.Step));
            (workspace.Seed, workspace.Step) = (0, 1000);
        };
        var trainer = new Trainer(network, new Sgd(0.01)) { Seed = 9, BatchSize = 4 };
        trainer.Fit(TestData.Line(8), epochs: 2);
        trainer.Fit(TestData.Line(8));
        Assert.Equal([(9UL, 0L), (9UL, 1L), (9UL, 2L), (9UL, 3L), (9UL, 4L), (9UL, 5L)], seen);
    }

    [Fact]
    public void SchedulesRunByEpochOrStep()
    {
        static double[] Rates(ScheduleUnit unit)
        {
            var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
            var optimizer = new Sgd(0.5);
            List<double> rates = [];
            network.DuringStep = _ => rates.Add(optimizer.LearningRate);
            new Trainer(network, optimizer) { BatchSize = 4, Schedule = new StepSchedule(1, 0.5), ScheduleUnit = unit }.Fit(TestData.Line(8), epochs: 2);
            return [.. rates];
        }

        Assert.Equal([0.5, 0.5, 0.25, 0.25], Rates(ScheduleUnit.Epoch));
        Assert.Equal([0.5, 0.25, 0.125, 0.0625], Rates(ScheduleUnit.Step));
    }

    [Fact]
    public void ClippingBoundsTheStep()
    {
        static double[] Moved(double? norm, double? value)
        {
            var network = new LinearNetwork<double>(2, 1, TestLoss.MeanSquaredError);
            double[] Weights() => [.. network.Parameters["weight"].ToArray<double>(), network.Parameters["bias"][0]];
            var before = Weights();
            new Trainer(network, new Sgd(1)) { BatchSize = 10, ClipNorm = norm, ClipValue = value }.Fit(TestData.Line(10));
            return [.. Weights().Zip(before, (after, start) => after - start)];
        }

        static double Norm(double[] values) => Math.Sqrt(values.Sum(value => value * value));
        var free = Moved(null, null);
        Assert.True(Norm(free) > 0.1);
        Assert.Equal(free.Select(value => value * 0.01 / (Norm(free) + 1e-6)), Moved(0.01, null), (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal(free.Select(value => Math.Clamp(value, -0.2, 0.2)), Moved(null, 0.2), (x, y) => Math.Abs(x - y) < 1e-14);
        Assert.Equal(0.01, Norm(Moved(0.01, 0.2)), 1e-6);
    }

    [Fact]
    public void SettingsOutsideTheirRangeAreRefused()
    {
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
        var optimizer = new Sgd(0.01);
        (string Name, Func<object> Create)[] cases =
        [
            ("BatchSize", () => new Trainer(network, optimizer) { BatchSize = 0 }),
            ("ValidationBatchSize", () => new Trainer(network, optimizer) { ValidationBatchSize = -1 }),
            ("ClipNorm", () => new Trainer(network, optimizer) { ClipNorm = 0 }),
            ("ClipValue", () => new Trainer(network, optimizer) { ClipValue = double.NaN }),
            ("ScheduleUnit", () => new Trainer(network, optimizer) { ScheduleUnit = (ScheduleUnit)2 }),
            ("epochs", () => new Trainer(network, optimizer).Fit(TestData.Line(4), epochs: 0)),
        ];
        foreach (var (name, create) in cases)
        {
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(create).ParamName);
        }
    }

    [Fact]
    public void DataThatDoNotFitAreRefusedBeforeTheFirstStep()
    {
        var network = new LinearNetwork<float>(2, 1, TestLoss.MeanSquaredError);
        var trainer = new Trainer(network, new Sgd(0.01));
        var wrong = new ListDataset(1, ("input", [0, 0]));
        Assert.Contains("target", Assert.Throws<ArgumentException>(() => trainer.Fit(wrong)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => trainer.Fit(TestData.Line(4), validation: wrong));
        Assert.Throws<ArgumentException>(() => trainer.Fit(TestData.Line(0)));
        Assert.Throws<ArgumentNullException>(() => trainer.Fit(null!));
        Assert.Equal(0, trainer.StepCount);
    }
}
