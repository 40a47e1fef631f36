using NetGen.Generator.Emission;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using Xunit;
using ValueType = NetGen.Generator.Graph.TensorType;

namespace NetGen.Generator.Tests.Emission;

/// <summary>
/// How far loops go. Memory of ours ends with whole blocks, and a loop may compute them to their end; of a caller's memory nothing
/// may be touched behind the last number, which no result shows.
/// </summary>
public sealed class IterationTests
{
    private const int Size = 5;

    private static readonly Storage s_ours = new(Region.PerSample, 0, Blocks.Size, Layout.RowMajor);
    private static readonly Storage s_callers = new(Region.Caller, 0, Size, Layout.RowMajor);

    [Fact]
    public void OurMemoryIsComputedInWholeBlocks() => Assert.Equal(Blocks.Size, InnermostSize(s_ours, paddable: true));

    [Fact]
    public void MemoryOfTheCallerIsNotReadBehindItsEnd() => Assert.Equal(Size, InnermostSize(s_callers, paddable: true));

    [Fact]
    public void ReductionsReadNoPadding() => Assert.Equal(Size, InnermostSize(s_ours, paddable: false));

    private static long InnermostSize(Storage operand, bool paddable)
    {
        var builder = new GraphBuilder(new ComputationGraph());
        var type = ValueType.PerSample(new Shape(Size));
        var x = builder.Input("x", InputRole.Data, type);
        var y = builder.Map(-new Operand(0), x);
        return Iteration.Over(type, [(x, operand), (y, s_ours)], paddable).Axes[^1].Size;
    }
}
