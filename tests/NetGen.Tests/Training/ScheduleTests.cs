using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Training;

/// <summary>Schedules give the rates that PyTorch's give.</summary>
[Trait("Category", "Numeric")]
public class ScheduleTests
{
    private static readonly Dictionary<string, LearningRateSchedule> Cases = new()
    {
        ["step"] = new StepSchedule(3),
        ["step_half"] = new StepSchedule(2, 0.5),
        ["exponential"] = new ExponentialSchedule(0.9),
        ["cosine"] = new CosineSchedule(8),
        ["cosine_minimum"] = new CosineSchedule(12, 0.01),
        ["warmup"] = new LinearWarmup(5),
        ["warmup_exponential"] = new LinearWarmup(4, 0.2, new ExponentialSchedule(0.8)),
    };

    public static TheoryData<string> Names() => [.. OptimizerReference.ScheduleNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void RatesAreThoseOfPyTorch(string name)
    {
        var expected = OptimizerReference.Rates(name);
        var actual = Enumerable.Range(0, expected.Length).Select(time => Cases[name].LearningRate(0.4, time)).ToArray();

        // PyTorch multiplies step by step: a dozen steps of a few roundings each.
        Assert.InRange(TestParameters.Difference(expected, actual), 0, 12 * 8 * Math.Pow(2, -53));
    }

    [Fact]
    public void TheConstantScheduleStays() => Assert.Equal(0.4, new ConstantSchedule().LearningRate(0.4, 1000));

    [Fact]
    public void SettingsOutsideTheirRangeAreRefused()
    {
        (string Name, Func<object> Create)[] cases =
        [
            ("period", () => new StepSchedule(0)),
            ("factor", () => new StepSchedule(1, -1)),
            ("factor", () => new ExponentialSchedule(double.NaN)),
            ("period", () => new CosineSchedule(-1)),
            ("minimum", () => new CosineSchedule(1, -1)),
            ("period", () => new LinearWarmup(0)),
            ("start", () => new LinearWarmup(1, 1.5)),
            ("time", () => new ConstantSchedule().LearningRate(0.1, -1)),
            ("initial", () => new ConstantSchedule().LearningRate(-0.1, 0)),
        ];
        foreach (var (name, create) in cases)
        {
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(create).ParamName);
        }
    }
}
