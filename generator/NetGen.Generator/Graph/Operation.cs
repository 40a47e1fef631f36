using NetGen.Generator.Expressions;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Graph;

/// <summary>
/// A primitive operation. The set is closed and closed under differentiation: the gradient of a graph is a graph of the
/// same operations. Axes are those of one sample; the sample axis of a batched value is never counted.
/// </summary>
internal abstract record Operation;

/// <summary>A parameter of the network by its name in the graph's parameter table. Not batched.</summary>
internal sealed record ParameterOperation(string Name) : Operation;

/// <summary>A column of the batch or, for <see cref="InputRole.OutputGradient"/>, the gradient that the caller hands in.</summary>
internal sealed record InputOperation(string Name, InputRole Role) : Operation;

/// <summary>What an input is for.</summary>
internal enum InputRole
{
    Data,
    Target,

    /// <summary>For each sample wᵢ / Σw, computed from the sample weights before the forward pass; a number per sample.</summary>
    SampleScale,
    OutputGradient,
}

/// <summary>Every element is the same number. Not batched.</summary>
internal sealed record ConstantOperation(double Value) : Operation;

/// <summary>Every element is its own index along an axis. Not batched.</summary>
internal sealed record IotaOperation(int Axis) : Operation;

/// <summary>
/// The sum of products over labelled axes, as <c>*i,oi-&gt;*o</c>: one letter for each axis, <c>*</c> for the sample axis. A
/// label of an operand occurs in the other operand or in the result; those not in the result are summed over.
/// </summary>
internal sealed record ContractOperation(string Left, string Right, string Result) : Operation
{
    /// <summary>Whether the sum is always computed as it stands, although a form with fewer products may exist; see <see cref="WinogradOperation"/>.</summary>
    public bool IsDirect { get; init; }

    public string Specification => $"{Left},{Right}->{Result}";
}

/// <summary>
/// A scalar expression applied to every element. Operands are broadcast: aligned at the last axis, sizes 1 stretched,
/// values without a sample axis repeated for every sample. Integers are converted to the float type.
/// </summary>
internal sealed record MapOperation(Expression Expression) : Operation;

/// <summary>Reduces over axes, which stay with size 1, and with <paramref name="OverSamples"/> over the sample axis, which goes.</summary>
internal sealed record ReduceOperation(Reduction Reduction, EquatableArray<int> Axes, bool OverSamples) : Operation;

internal enum Reduction
{
    Sum,
    Maximum,
}

/// <summary>The index of the greatest element along an axis, the first of equals, as a float; the axis stays with size 1.</summary>
internal sealed record ArgMaxOperation(int Axis) : Operation;

/// <summary>The same elements in the same row-major order under another shape.</summary>
internal sealed record ReshapeOperation : Operation;

/// <summary>Axis i of the result is axis <c>Permutation[i]</c> of the operand.</summary>
internal sealed record TransposeOperation(EquatableArray<int> Permutation) : Operation;

/// <summary>A range of one axis.</summary>
internal sealed record SliceOperation(int Axis, int Start, int Length) : Operation;

/// <summary>The operands one after the other along one axis.</summary>
internal sealed record ConcatOperation(int Axis) : Operation;

/// <summary>A number, zero unless said, before and after along one axis.</summary>
internal sealed record PadOperation(int Axis, int Before, int After, double Value = 0) : Operation;

/// <summary>
/// The windows of an axis as two axes in its place, the windows and the elements of each: what a convolution and a pooling
/// look at. A view of its operand's memory, written out only where what reads it takes its elements in their order.
/// </summary>
internal sealed record UnfoldOperation(int Axis, Windows Windows) : Operation
{
    /// <summary>
    /// Whether windows may reach beyond the axis, where all elements are zero. No memory holds these zeros: only a contraction reads such a view, which leaves out what it would multiply by them.
    /// </summary>
    public bool Clips { get; init; }
}

/// <summary>
/// The transpose of <see cref="UnfoldOperation"/>: the axes <paramref name="Axis"/> and the one behind it become one of a length, on which what
/// windows share is added up and what none has is zero.
/// </summary>
internal sealed record FoldOperation(int Axis, int Length, Windows Windows) : Operation;

/// <summary>
/// The samples of each group of 16 side by side, as the last axis. The lanes that the last group has too many are copies of its last sample, so that whatever is
/// computed from them is finite where that of the sample is; or zero, so that a sum over all lanes is that over the samples.
/// </summary>
/// <param name="ZeroRest">Whether lanes without a sample are zero.</param>
internal sealed record GroupOperation(bool ZeroRest) : Operation;

/// <summary>The samples one after the other again, without lanes that have none.</summary>
internal sealed record UngroupOperation : Operation;

/// <summary>
/// The sum over 3×3 windows one step apart by Winograd's minimal filtering F(2×2, 3×3), 16 products in place of 36 for every 2×2 results (A. Lavin, S. Gray:
/// Fast Algorithms for Convolutional Neural Networks, 2016): of x [rows, columns, channels] and the transformed weight u [4, 4, channels, filters] the result [p, q, filters]
/// <para>y[2s + a, 2t + b, o] = Σ_ij Aᵀ[a, i]·Aᵀ[b, j]·Σ_c V[i, j, c]·u[i, j, c, o] with V = Bᵀ·d·B of the 4×4 elements d = x[Row + 2s …, Column + 2t …, c].</para>
/// Like a layout, it is chosen after differentiation.
/// </summary>
/// <param name="Row">The first row of x that a window has.</param>
/// <param name="Column">The first column of x that a window has.</param>
internal sealed record WinogradOperation(int Row, int Column) : Operation
{
    /// <summary>Results of a tile along each axis.</summary>
    public const int TileSize = 2;

    /// <summary>Elements of x that a tile looks at along each axis, and products that it takes.</summary>
    public const int PatchSize = 4;

    /// <summary>Elements of a window along each axis.</summary>
    public const int WindowSize = 3;

    /// <summary>Products that a tile takes for each channel and filter.</summary>
    public const int Products = PatchSize * PatchSize;

    /// <summary>Channels and filters are a multiple of so many, so that kernels work by whole vectors of any width.</summary>
    public const int Lanes = 16;

    /// <summary>How many tiles cover some results along an axis; the last of an odd number overlaps the one before.</summary>
    public static int Tiles(int results) => (results + TileSize - 1) / TileSize;
}

/// <summary>
/// The weight of a <see cref="WinogradOperation"/>, u[i, j, c, o] = Σ_kl G[i, k]·w[o, c, k, l]·G[j, l], of a weight with axes in any order; not batched.
/// </summary>
/// <param name="Rows">The axis of the rows of a window.</param>
/// <param name="Columns">The axis of the columns of a window.</param>
/// <param name="Channels">The axis that is summed over.</param>
/// <param name="Filters">The axis that the result has.</param>
/// <param name="RowsBackwards">Whether windows are walked backwards along their rows, as in the gradient of a convolution.</param>
/// <param name="ColumnsBackwards">Whether windows are walked backwards along their columns.</param>
internal sealed record WinogradWeightOperation(int Rows, int Columns, int Channels, int Filters, bool RowsBackwards, bool ColumnsBackwards) : Operation;

/// <summary>
/// The sums that the gradient of a weight is by the same filtering, that of <see cref="WinogradOperation"/> differentiated as it stands, with 16 products in place of 36 for every 2×2
/// elements of the result's gradient: of x [rows, columns, channels] and g [p, q, filters], p and q even,
/// <para>m[s, c, i, j, o] = Σ_nab V[i, j, c]·E[i, j, o] with V = Bᵀ·d·B of the 4×4 elements d = x[Row + 2a …, Column + 2b …, c] and E = A·g·Aᵀ of the 2×2 elements g[2a …, 2b …, o]</para>
/// over the samples n of the s-th of four parts, N·s/4 ≤ n &lt; N·(s + 1)/4 of N, which workers may sum apart.
/// </summary>
/// <param name="Row">The first row of x that a window has.</param>
/// <param name="Column">The first column of x that a window has.</param>
internal sealed record WinogradSumsOperation(int Row, int Column) : Operation
{
    /// <summary>Parts of the samples.</summary>
    public const int Parts = 4;

    /// <summary>Whether register tiles of any width are whole where lanes are so many filters: two that overlapped would be added twice.</summary>
    public static bool Takes(long filters) => filters is WinogradOperation.Lanes or 2 * WinogradOperation.Lanes || (filters > 0 && filters % (4 * WinogradOperation.Lanes) == 0);
}

/// <summary>The gradient of a weight of its sums, ŵ[o, c, k, l] = Σ_ij G[i, k]·G[j, l]·Σ_s m[s, c, i, j, o], with axes in any order; not batched.</summary>
/// <param name="Weight">How the axes of the weight lie.</param>
internal sealed record WinogradWindowsOperation(WinogradWeightOperation Weight) : Operation;

/// <summary>The transformed elements of some tiles: memory within a kernel, never a value of a graph.</summary>
internal sealed record WinogradTilesOperation : Operation;

/// <summary>Numbers from the counter-based generator: a function of seed, stream, step, sample and element. Batched.</summary>
internal sealed record RandomOperation(RandomKind Kind, int Stream, double Parameter) : Operation;

internal enum RandomKind
{
    /// <summary>In [0, 1).</summary>
    Uniform,

    /// <summary>N(0, 1).</summary>
    Normal,

    /// <summary>1 with probability <see cref="RandomOperation.Parameter"/>, else 0.</summary>
    Bernoulli,
}

/// <summary>The operand itself, through which no gradient passes.</summary>
internal sealed record StopGradientOperation : Operation;

/// <summary>The threshold τ of sparsemax along the last axis, which stays with size 1: Σⱼ max(xⱼ − τ, 0) = 1.</summary>
internal sealed record SparsemaxThresholdOperation : Operation;

/// <summary>The operand itself in another layout in memory; see <see cref="Layout"/>. Inserted by the passes that choose layouts.</summary>
internal sealed record RelayoutOperation(Layout Layout) : Operation;

/// <summary>
/// How the elements of one sample lie in memory: row-major where <paramref name="LaneAxis"/> is −1, else in blocks of 16
/// along that axis, as the runtime's ParameterSegment describes.
/// </summary>
internal sealed record Layout(int LaneAxis)
{
    public static Layout RowMajor { get; } = new(-1);

    /// <summary>Whether a value is a single panel, so that each axis has one stride.</summary>
    public bool IsOnePanel(Shape shape) => LaneAxis >= 0 && shape[LaneAxis] <= 16;
}
