using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Numerics;
using NetGen.Testing.Reference;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Reference;

[Trait("Category", "Numeric")]
public sealed class PhiloxNumbersTests
{
    private const ulong Seed = 11;
    private const long Step = 5;

    [Fact]
    public void EachSampleHasTheDrawsOfItsPlace()
    {
        var drawn = new PhiloxNumbers(Seed, Step, isDouble: true).Draw(new RandomOperation(RandomKind.Normal, 3, 0), 4, 5);
        var third = new double[5];
        Philox.FillNormal(third, Seed, 3, Step, sample: 2);
        Assert.Equal(third, drawn[10..15]);
    }

    [Fact]
    public void SinglePrecisionHasDrawsOfItsOwn()
    {
        var drawn = new PhiloxNumbers(Seed, Step, isDouble: false).Draw(new RandomOperation(RandomKind.Uniform, 3, 0), 1, 8);
        var single = new float[8];
        Philox.FillUniform(single, Seed, 3, Step, sample: 0);
        Assert.Equal(single, drawn.Select(number => (float)number));
    }

    [Fact]
    public void DropoutKeepsTheMean()
    {
        const int count = 20_000;
        var run = new ModelRun(Model(Input(count), Layer("Dropout", ("rate", 0.25))), 1, seed: 1) { Random = new PhiloxNumbers(Seed, Step, isDouble: true) }
            .WithInput([.. Enumerable.Repeat(1.0, count)]);
        var output = run.Train()[("output", ResultRole.Output)];
        Assert.All(output, y => Assert.True(y is 0 or 1 / 0.75));

        // One value has the variance (1 − keep) / keep, so that of the mean is 1/60,000; five deviations are 0.0204.
        Assert.InRange(output.Average(), 1 - 0.0204, 1 + 0.0204);
    }
}
