using static NetGen.Generator.Graph.GraphVerifier;

namespace NetGen.Generator.Graph;

/// <summary>What sums in Winograd's form ask of their operands.</summary>
internal static class WinogradRules
{
    public static void Verify(Value value, WinogradOperation winograd)
    {
        OperationRules.RequireOperands(value, 2);
        var (x, weight) = (value.Operands[0], value.Operands[1]);
        OperationRules.RequireFloat(value, x);
        Require(x.Shape.Rank == 3 && value.Shape.Rank == 3 && !x.Type.Grouped, value, $"{x.Type} is not rows, columns and channels of samples");
        Require(weight.Operation is WinogradWeightOperation, value, $"%{weight.Id} is no transformed weight");
        OperationRules.RequireType(value, x.Type with { Shape = new Shape(value.Shape[0], value.Shape[1], weight.Shape[2]) });
        Require(weight.Shape[1] == x.Shape[2], value, $"{weight.Type} does not fit the channels of {x.Type}");
        Require(
            x.Shape[2] % WinogradOperation.Lanes == 0 && value.Shape[2] % WinogradOperation.Lanes == 0, value, $"{x.Shape[2]} channels and {value.Shape[2]} filters are not whole vectors");
        RequireWindows(value, winograd.Row, value.Shape[0], x.Shape[0]);
        RequireWindows(value, winograd.Column, value.Shape[1], x.Shape[1]);
    }

    public static void Verify(Value value, WinogradWeightOperation operation)
    {
        OperationRules.RequireOperands(value, 1);
        var weight = value.Operands[0];
        OperationRules.RequireFloat(value, weight);
        Require(weight.Shape.Rank == 4 && !weight.Batched, value, $"{weight.Type} is no weight of four axes");
        foreach (var axis in new[] { operation.Rows, operation.Columns, operation.Channels, operation.Filters })
        {
            OperationRules.RequireAxis(value, axis, weight.Shape);
        }

        Require(
            ((1 << operation.Rows) | (1 << operation.Columns) | (1 << operation.Channels) | (1 << operation.Filters)) == 0b1111, value, $"names an axis of {weight.Shape} twice");
        Require(
            weight.Shape[operation.Rows] == WinogradOperation.WindowSize && weight.Shape[operation.Columns] == WinogradOperation.WindowSize, value, $"the windows of {weight.Shape} are not 3×3");
        OperationRules.RequireType(value, TensorType.Shared(new Shape(WinogradOperation.Products, weight.Shape[operation.Channels], weight.Shape[operation.Filters])));
    }

    // Tiles overlap where the results are odd, so that there must be a whole one.
    private static void RequireWindows(Value value, int first, int count, int length) => Require(
        count >= WinogradOperation.TileSize && first >= 0 && (long)first + count + WinogradOperation.WindowSize - 1 <= length, value, $"its windows do not lie on an axis of {length}");
}
