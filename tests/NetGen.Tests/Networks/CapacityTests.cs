using System;
using Xunit;

namespace NetGen.Tests.Networks;

/// <summary>Room for more samples than memory can hold is refused with numbers, and leaves everything as it was.</summary>
public sealed class CapacityTests
{
    private static readonly ColumnDescription Narrow = new("x", ColumnRole.Input, ElementType.Float32, [2]);
    private static readonly ColumnDescription Wide = new("y", ColumnRole.Target, ElementType.Float64, [1000]);

    private static void AssertRefused(string name, int samples, Action action)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(name, action);
        Assert.Matches($"^Expected at most [1-9][0-9]+ samples, the memory for which is a buffer of 2 GiB; found {samples}\\.", error.Message);
    }

    [Fact]
    public void A_workspace_says_how_many_samples_it_can_hold()
    {
        var network = new Emitted.Classifier(1);

        AssertRefused("capacity", int.MaxValue, () => network.CreateWorkspace(int.MaxValue));
        AssertRefused("capacity", 1 << 28, () => network.CreateWorkspace(1 << 28));
        Assert.Throws<ArgumentOutOfRangeException>("capacity", () => network.CreateWorkspace(-1));

        // 2 GiB are 2²⁹ floats; 16 of them for each sample leave room for just under 2²⁵ samples.
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Workspace(typeof(CapacityTests), ElementType.Float32, 0, 16, 1 << 25));
        Assert.Contains("at most 33554424 samples", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_that_cannot_grow_stays()
    {
        var workspace = new Workspace(typeof(CapacityTests), ElementType.Float64, 16, 16, capacity: 3);
        var arena = workspace.Arena;

        AssertRefused("count", int.MaxValue, () => workspace.Reserve(int.MaxValue));

        Assert.Equal(3, workspace.Capacity);
        Assert.Same(arena, workspace.Arena);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    public void Where_samples_lie_in_groups_there_is_room_for_whole_ones(int capacity, int room)
    {
        var workspace = new Workspace(typeof(CapacityTests), ElementType.Float32, 0, 16, capacity, capacityUnit: 16);
        Assert.Equal(room, workspace.Capacity);

        workspace.Reserve(room + 1);
        Assert.Equal(room + 16, workspace.Capacity);
        Assert.Throws<ArgumentOutOfRangeException>("capacityUnit", () => new Workspace(typeof(CapacityTests), ElementType.Float32, 0, 16, capacity, capacityUnit: 0));
    }

    [Fact]
    public void Memory_made_anew_holds_no_forward_pass()
    {
        var network = new Emitted.Classifier(1);
        var workspace = network.CreateWorkspace(2);
        network.Forward(new float[2 * Emitted.Classifier.InputSize], new float[2 * Emitted.Classifier.OutputSize], workspace);

        workspace.Reserve(3);

        Assert.Throws<InvalidOperationException>(
            () => network.Backward(new float[2 * Emitted.Classifier.OutputSize], workspace, network.CreateGradients()));
    }

    /// <summary>A prediction that finds too little memory writes beyond it, which its numbers need not show.</summary>
    [Fact]
    public void Rented_memory_holds_the_samples_asked_for()
    {
        var pool = new WorkspacePool(typeof(CapacityTests), ElementType.Float32, 0, 16);
        var small = pool.Rent(1);
        pool.Return(small);

        var large = pool.Rent(5);

        Assert.Same(small, large);
        Assert.Equal(5, large.Capacity);
        Assert.True(large.Arena.Length >= 5 * 16);
    }

    [Fact]
    public void A_batch_that_cannot_grow_stays()
    {
        AssertRefused("capacity", int.MaxValue, () => _ = new Batch([Narrow], int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("capacity", () => new Batch([Narrow], -1));

        var batch = new Batch([Narrow, Wide]);
        batch.Resize(2);

        // The first column alone could be as long.
        AssertRefused("count", 1 << 20, () => batch.Resize(1 << 20));

        Assert.Equal(2, batch.Count);
        Assert.All(batch.Columns, column => Assert.Equal(2, column.Count));
    }

    [Fact]
    public void A_column_that_is_not_there_is_refused()
    {
        var batch = new Batch([Narrow]);

        var error = Assert.Throws<ArgumentOutOfRangeException>("index", () => batch[1]);

        Assert.StartsWith("Expected a place in [0, 1), found 1.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => batch[-1]);
    }

    [Fact]
    public void Parameters_of_more_than_2_GiB_are_refused()
    {
        var initializer = new Initializer(Init.Zeros, 0, 1, 1);
        var first = new ParameterSegment("a", [1 << 30], 0, 0, initializer);
        var second = new ParameterSegment("b", [1 << 30], 1 << 30, 0, initializer);

        Assert.Throws<ArgumentOutOfRangeException>("length", () => new ParameterBuffer([first, second], ElementType.Float32));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => first.Locate(1 << 30));
    }

    [Fact]
    public void A_parameter_is_not_set_during_a_training_step()
    {
        var network = new Emitted.Classifier(1);
        var view = network.Parameters["dense3.bias"];
        var before = view.ToArray<float>();

        network.Parameters.BeginUpdate();
        Assert.Throws<InvalidOperationException>(() => network.Parameters["dense3.bias"].CopyFrom(1, 2, 3, 4));
        Assert.Throws<InvalidOperationException>(() =>
        {
            var parameter = network.Parameters["dense3.bias"];
            parameter[0] = 1;
        });
        network.Parameters.EndUpdate();

        Assert.Equal(before, view.ToArray<float>());
    }

    [Fact]
    public void A_batch_without_its_columns_is_refused()
    {
        ITrainableNetwork network = new Emitted.Classifier(1);
        var (inputs, outputs) = (new Batch(network.Description.Inputs), new Batch(network.Description.Outputs));
        inputs.Resize(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => network.Predict(inputs, new Batch([])));
        Assert.ThrowsAny<ArgumentException>(() => network.Predict(outputs, outputs));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.LossAndGradient(inputs, network.CreateWorkspace(), network.Parameters));
    }
}
