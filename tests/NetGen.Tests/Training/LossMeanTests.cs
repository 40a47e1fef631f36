using Xunit;

namespace NetGen.Tests.Training;

/// <summary>Batches of other sizes and weights: their losses count by weight, their penalties by samples.</summary>
public sealed class LossMeanTests
{
    [Fact]
    public void PenaltiesCountBySamplesAndDataByWeight()
    {
        var mean = default(LossMean);
        mean.Add(new LossValue(1, 0.5), samples: 4, weight: 3);
        mean.Add(new LossValue(3, 2), samples: 2, weight: 5);

        Assert.Equal(6, mean.Samples);
        Assert.Equal(((1 * 3.0) + (3 * 5.0)) / 8, mean.Value.Data, 1e-15);
        Assert.Equal(((0.5 * 4) + (2 * 2.0)) / 6, mean.Value.Penalty, 1e-15);
    }

    [Fact]
    public void ABatchWithoutWeightAddsItsPenaltyAlone()
    {
        var mean = default(LossMean);
        mean.Add(new LossValue(1, 0.5), samples: 4, weight: 4);
        mean.Add(new LossValue(double.NaN, 0.5), samples: 4, weight: 0);

        Assert.Equal(1, mean.Value.Data);
        Assert.Equal(0.5, mean.Value.Penalty);
    }
}
