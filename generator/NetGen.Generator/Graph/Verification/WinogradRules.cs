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
        OperationRules.RequireType(value, x.Type with { Shape = new Shape(value.Shape[0], value.Shape[1], weight.Shape[3]) });
        Require(weight.Shape[2] == x.Shape[2], value, $"{weight.Type} does not fit the channels of {x.Type}");
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
        RequireWeight(value, operation, weight.Type);
        OperationRules.RequireType(value, TensorType.Shared(new Shape(WinogradOperation.PatchSize, WinogradOperation.PatchSize, weight.Shape[operation.Channels], weight.Shape[operation.Filters])));
    }

    public static void Verify(Value value, WinogradSumsOperation sums)
    {
        OperationRules.RequireOperands(value, 2);
        var (x, gradient) = (value.Operands[0], value.Operands[1]);
        foreach (var operand in value.Operands)
        {
            OperationRules.RequireFloat(value, operand);
            Require(operand.Shape.Rank == 3 && operand.Batched && !operand.Type.Grouped, value, $"{operand.Type} is not rows, columns and channels of samples");
        }

        Require(x.Shape[2] % WinogradOperation.Lanes == 0, value, $"{x.Shape[2]} channels are not whole vectors");
        Require(WinogradSumsOperation.Takes(gradient.Shape[2]), value, $"{gradient.Shape[2]} filters are not whole register tiles");
        Require(gradient.Shape[0] % WinogradOperation.TileSize == 0 && gradient.Shape[1] % WinogradOperation.TileSize == 0, value, $"{gradient.Type} is not whole tiles");
        OperationRules.RequireType(
            value, TensorType.Shared(new Shape(WinogradSumsOperation.Parts, x.Shape[2], WinogradOperation.PatchSize, WinogradOperation.PatchSize, gradient.Shape[2])));
        RequireWindows(value, sums.Row, gradient.Shape[0], x.Shape[0]);
        RequireWindows(value, sums.Column, gradient.Shape[1], x.Shape[1]);
    }

    public static void Verify(Value value, WinogradWindowsOperation windows)
    {
        OperationRules.RequireOperands(value, 1);
        var sums = value.Operands[0];
        Require(sums.Operation is WinogradSumsOperation, value, $"%{sums.Id} is no sums of products");
        RequireWeight(value, windows.Weight, value.Type);
        OperationRules.RequireType(value, TensorType.Shared(value.Shape));
        Require(
            value.Shape[windows.Weight.Channels] == sums.Shape[1] && value.Shape[windows.Weight.Filters] == sums.Shape[4], value, $"{value.Type} does not fit the channels and filters of {sums.Type}");
    }

    private static void RequireWeight(Value value, WinogradWeightOperation operation, TensorType weight)
    {
        Require(weight.Shape.Rank == 4 && !weight.Batched, value, $"{weight} is no weight of four axes");
        foreach (var axis in new[] { operation.Rows, operation.Columns, operation.Channels, operation.Filters })
        {
            OperationRules.RequireAxis(value, axis, weight.Shape);
        }

        Require(
            ((1 << operation.Rows) | (1 << operation.Columns) | (1 << operation.Channels) | (1 << operation.Filters)) == 0b1111, value, $"names an axis of {weight.Shape} twice");
        Require(
            weight.Shape[operation.Rows] == WinogradOperation.WindowSize && weight.Shape[operation.Columns] == WinogradOperation.WindowSize, value, $"the windows of {weight.Shape} are not 3×3");
    }

    // Tiles overlap where the results are odd, so that there must be a whole one.
    private static void RequireWindows(Value value, int first, int count, int length) => Require(
        count >= WinogradOperation.TileSize && first >= 0 && (long)first + count + WinogradOperation.WindowSize - 1 <= length, value, $"its windows do not lie on an axis of {length}");
}
