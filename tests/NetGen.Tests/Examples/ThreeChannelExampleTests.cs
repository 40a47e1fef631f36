using System.Linq;
using Xunit;

namespace NetGen.Tests.Examples;

/// <summary>
/// A convolution of an image of three channels with one filter, ReLU, and both kinds of pooling, which one can follow by hand: with a
/// border of zeros and a bias of 2 the place in the first row and second column, for example, is 2 + the products that its window has with the three
/// kernels, which are 3.
/// </summary>
[Trait("Category", "Numeric")]
public sealed partial class ThreeChannelExampleTests
{
    private static readonly float[] s_image =
    [
        2, 1, 0, 0, 0, 0, 2, 1, 0, 2, 0, 1, 2, 1, 0, 1,
        2, 2, 0, 0, 0, 0, 2, 1, 0, 0, 2, 0, 0, 1, 0, 1,
        2, 1, 0, 0, 0, 0, 2, 1, 2, 0, 0, 0, 0, 1, 0, 1,
    ];

    private static readonly float[] s_rectified = [0, 5, 8, 0, 6, 10, 1, 5, 4, 0, 2, 11, 0, 1, 11, 3];

    private readonly Example _network = new();

    public ThreeChannelExampleTests()
    {
        _network.Parameters["filter.weight"].CopyFrom(
            1, 0, 0, 0, -2, 0, 0, 0, -1,
            1, 2, 0, 2, 0, -1, 0, -1, 1,
            0, 0, -2, 0, 1, 2, -2, 2, 0);
        _network.Parameters["filter.bias"].CopyFrom(2);
    }

    [Fact]
    public void OneImageGivesTheNumbersByHand() => Check(1);

    [Fact]
    public void ABatchGivesTheSameNumbersForEachImage() => Check(5);

    private void Check(int samples)
    {
        var (rectified, greatest, mean) = (new float[16 * samples], new float[4 * samples], new float[4 * samples]);
        _network.Predict([.. Enumerable.Repeat(s_image, samples).SelectMany(image => image)], rectified, greatest, mean);
        for (var i = 0; i < samples; i++)
        {
            Assert.Equal(s_rectified, rectified[(16 * i)..(16 * (i + 1))]);
            Assert.Equal([10, 8, 4, 11], greatest[(4 * i)..(4 * (i + 1))]);
            Assert.Equal([21 / 4f, 7 / 2f, 5 / 4f, 27 / 4f], mean[(4 * i)..(4 * (i + 1))]);
        }
    }

    [Network]
    [Input(3, 4, 4), Conv2D(1, 3, Padding = 1, Name = "filter"), ReLU(Name = "rectified"), Output]
    [MaxPool2D(2, Name = "greatest"), Output]
    [AvgPool2D(2, Name = "mean", From = "rectified"), Output]
    private sealed partial class Example;
}
