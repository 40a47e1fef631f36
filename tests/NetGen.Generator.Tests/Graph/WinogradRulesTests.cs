using NetGen.Generator.Graph;
using Xunit;

namespace NetGen.Generator.Tests.Graph;

/// <summary>For each rule of sums in Winograd's form a graph that breaks it and no other.</summary>
public sealed class WinogradRulesTests
{
    private const string Data = """
        %0 = input data "x" : float[*, 6, 5, 16] "x"
        %1 = parameter "k" : float[32, 16, 3, 3] "k"
        %2 = winograd-weight [2, 3, 1, 0] %1 : float[4, 4, 16, 32] "k"
        %3 = parameter "u" : float[16, 16, 32] "u"
        %4 = reshape %0 : float[*, 5, 6, 16] "x"
        %5 = reshape %0 : float[*, 30, 16] "x"
        %6 = reshape %0 : float[*, 5, 3, 32] "x"
        %7 = parameter "l" : float[2, 16, 3, 3] "l"
        %8 = winograd-weight [2, 3, 1, 0] %7 : float[4, 4, 16, 2] "l"
        %9 = input data "g" : float[*, 4, 2, 32] "g"
        %10 = reshape %9 : float[*, 8, 32] "g"
        %11 = reshape %9 : float[*, 1, 8, 32] "g"
        %12 = reshape %9 : float[*, 4, 32, 2] "g"
        %13 = winograd-sums 0 0 %0 %9 : float[4, 16, 4, 4, 32] "g"
        %14 = input data "h" : float[*, 4, 2, 48] "h"
        %15 = reduce sum [0, 1, 2] %0 : float[*, 1, 1, 1] "y"

        """;

    [Theory]
    [InlineData("winograd 0 0 %0 %2 : float[*, 4, 3, 32]", null)]
    [InlineData("winograd 2 1 %0 %2 : float[*, 2, 2, 32]", null)]
    [InlineData("winograd 0 0 %0 : float[*, 4, 3, 32]", "takes 2 operands, not 1")]
    [InlineData("winograd 0 0 %5 %2 : float[*, 4, 3, 32]", "float[*, 30, 16] is not rows, columns and channels of samples")]
    [InlineData("winograd 0 0 %0 %3 : float[*, 4, 3, 32]", "%3 is no transformed weight")]
    [InlineData("winograd 0 0 %0 %2 : float[*, 4, 3, 48]", "the rule gives float[*, 4, 3, 32]")]
    [InlineData("winograd 0 0 %0 %2 : float[4, 3, 32]", "the rule gives float[*, 4, 3, 32]")]
    [InlineData("winograd 0 0 %6 %2 : float[*, 3, 2, 32]", "float[4, 4, 16, 32] does not fit the channels of float[*, 5, 3, 32]")]
    [InlineData("winograd 0 0 %0 %8 : float[*, 4, 3, 2]", "16 channels and 2 filters are not whole vectors")]
    [InlineData("winograd 1 0 %0 %2 : float[*, 4, 3, 32]", "its windows do not lie on an axis of 6")]
    [InlineData("winograd 0 1 %0 %2 : float[*, 4, 3, 32]", "its windows do not lie on an axis of 5")]
    [InlineData("winograd -1 0 %0 %2 : float[*, 4, 3, 32]", "its windows do not lie on an axis of 6")]
    [InlineData("winograd 0 0 %0 %2 : float[*, 4, 1, 32]", "its windows do not lie on an axis of 5")]
    [InlineData("winograd-weight [2, 3, 1, 0] %1 %1 : float[4, 4, 16, 32]", "takes 1 operands, not 2")]
    [InlineData("winograd-weight [2, 3, 1, 0] %0 : float[4, 4, 16, 32]", "float[*, 6, 5, 16] is no weight of four axes")]
    [InlineData("winograd-weight [2, 4, 1, 0] %1 : float[4, 4, 16, 32]", "axis 4 is not one of [32, 16, 3, 3]")]
    [InlineData("winograd-weight [2, 2, 1, 0] %1 : float[4, 4, 16, 32]", "names an axis of [32, 16, 3, 3] twice")]
    [InlineData("winograd-weight [2, 1, 3, 0] %1 : float[4, 4, 3, 32]", "the windows of [32, 16, 3, 3] are not 3×3")]
    [InlineData("winograd-weight [2, 3, 1, 0] %1 : float[4, 4, 32, 16]", "the rule gives float[4, 4, 16, 32]")]
    [InlineData("winograd-sums 0 0 %0 %9 : float[4, 16, 4, 4, 32]", null)]
    [InlineData("winograd-sums 0 1 %0 %9 : float[4, 16, 4, 4, 32]", null)]
    [InlineData("winograd-sums 0 0 %0 : float[4, 16, 4, 4, 32]", "takes 2 operands, not 1")]
    [InlineData("winograd-sums 0 0 %0 %10 : float[4, 16, 4, 4, 32]", "float[*, 8, 32] is not rows, columns and channels of samples")]
    [InlineData("winograd-sums 0 0 %3 %9 : float[4, 16, 4, 4, 32]", "float[16, 16, 32] is not rows, columns and channels of samples")]
    [InlineData("winograd-sums 0 0 %12 %9 : float[4, 2, 4, 4, 32]", "2 channels are not whole vectors")]
    [InlineData("winograd-sums 0 0 %0 %14 : float[4, 16, 4, 4, 48]", "48 filters are not whole register tiles")]
    [InlineData("winograd-sums 0 0 %0 %11 : float[4, 16, 4, 4, 32]", "float[*, 1, 8, 32] is not whole tiles")]
    [InlineData("winograd-sums 0 0 %0 %9 : float[4, 32, 4, 4, 16]", "the rule gives float[4, 16, 4, 4, 32]")]
    [InlineData("winograd-sums 1 0 %0 %9 : float[4, 16, 4, 4, 32]", "its windows do not lie on an axis of 6")]
    [InlineData("winograd-sums 0 2 %0 %9 : float[4, 16, 4, 4, 32]", "its windows do not lie on an axis of 5")]
    [InlineData("winograd-windows [2, 3, 1, 0] %13 : float[32, 16, 3, 3]", null)]
    [InlineData("winograd-windows [1, 0, 2, 3] rows-backwards %13 : float[3, 3, 16, 32]", null)]
    [InlineData("winograd-windows [2, 3, 1, 0] %13 %13 : float[32, 16, 3, 3]", "takes 1 operands, not 2")]
    [InlineData("winograd-windows [2, 3, 1, 0] %3 : float[32, 16, 3, 3]", "%3 is no sums of products")]
    [InlineData("winograd-windows [2, 3, 1, 0] %13 : float[*, 32, 16, 3, 3]", "float[*, 32, 16, 3, 3] is no weight of four axes")]
    [InlineData("winograd-windows [2, 3, 1, 0] %13 : float[32, 16, 3, 5]", "the windows of [32, 16, 3, 5] are not 3×3")]
    [InlineData("winograd-windows [2, 3, 0, 1] %13 : float[32, 16, 3, 3]", "float[32, 16, 3, 3] does not fit the channels and filters of float[4, 16, 4, 4, 32]")]
    public void EachRuleIsChecked(string value, string? broken)
    {
        var graph = GraphText.Parse(Data + "%16 = " + value + " \"y\"\nreturn output \"y\" " + (value.Contains("[*", System.StringComparison.Ordinal) ? "%16\n" : "%15\n"));
        if (broken is null)
        {
            GraphVerifier.Verify(graph);
        }
        else
        {
            Assert.Contains(broken, Assert.Throws<InvalidGraphException>(() => GraphVerifier.Verify(graph)).Message, System.StringComparison.Ordinal);
        }
    }
}
