using System;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class ColumnMatchingTests
{
    private static Dataset TwoInputs() => new DatasetBuilder()
        .Input("left", new[] { 1f, 2f })
        .Input("right", new[] { 10f, 20f })
        .Target("sum", new[] { 11f, 22f })
        .Build();

    [Fact]
    public void Names_win_over_order()
    {
        var batch = Describe.Fill(TwoInputs(), [1], Describe.Input("right"), Describe.Input("left"), Describe.Target("sum"));

        Assert.Equal([20f], batch["right"].AsSpan<float>());
        Assert.Equal([2f], batch["left"].AsSpan<float>());
    }

    [Fact]
    public void Without_names_the_order_decides()
    {
        var batch = Describe.Fill(TwoInputs(), [1], Describe.Input("a"), Describe.Input("b"), Describe.Target("c"));

        Assert.Equal([2f], batch["a"].AsSpan<float>());
        Assert.Equal([20f], batch["b"].AsSpan<float>());
        Assert.Equal([22f], batch["c"].AsSpan<float>());
    }

    [Fact]
    public void What_no_name_matches_is_matched_in_order()
    {
        var batch = Describe.Fill(TwoInputs(), [0], Describe.Input("a"), Describe.Input("left"));

        Assert.Equal([10f], batch["a"].AsSpan<float>());
        Assert.Equal([1f], batch["left"].AsSpan<float>());
    }

    [Fact]
    public void A_name_counts_for_its_role_only()
    {
        var data = new DatasetBuilder().Input("x", new[] { 1f }).Target("x", new[] { 2f }).Build();

        var batch = Describe.Fill(data, [0], Describe.Input("x"), Describe.Target("x"));

        Assert.Equal([1f], batch[0].AsSpan<float>());
        Assert.Equal([2f], batch[1].AsSpan<float>());
    }

    [Fact]
    public void A_column_too_many_is_not_guessed_away()
    {
        var error = Assert.Throws<ArgumentException>(() => TwoInputs().CheckColumns([Describe.Input("x")]));

        Assert.Equal("Expected input 'x'; the data set has input 'left', input 'right' to match by order.", error.Message);
    }

    [Fact]
    public void A_column_that_the_names_leave_over_is_ignored() =>
        TwoInputs().CheckColumns([Describe.Input("right"), Describe.Target("sum")]);

    [Fact]
    public void A_missing_column_is_named()
    {
        var data = new DatasetBuilder().Input("left", new[] { 1f }).Build();

        var error = Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Input("left"), Describe.Class("digit", 10)]));

        Assert.Equal("Expected target 'digit'; the data set has no further column to match by order.", error.Message);
    }

    [Fact]
    public void Weights_are_absent_unless_the_data_set_has_them()
    {
        var batch = Describe.Fill(TwoInputs(), [0, 1], Describe.Input("left"), Describe.Weight("w"));

        Assert.False(batch["w"].IsPresent);
        Assert.True(batch["left"].IsPresent);
    }

    [Fact]
    public void A_batch_used_before_loses_its_weights_again()
    {
        var weighted = Dataset.FromArrays([1f, 2f], [0, 0]).WithSampleWeights(3, 4);
        var plain = Dataset.FromArrays([1f, 2f], [0, 0]);
        var batch = new Batch([Describe.Input("x", 1), Describe.Class("y", 1), Describe.Weight("w")]);

        weighted.Fill([1], batch);
        Assert.True(batch["w"].IsPresent);
        Assert.Equal([4f], batch["w"].AsSpan<float>());

        plain.Fill([1], batch);
        Assert.False(batch["w"].IsPresent);
    }

    [Fact]
    public void One_column_of_weights_serves_every_loss()
    {
        var data = Dataset.FromArrays([1f, 2f], [0, 0]).WithSampleWeights(3, 4);

        var batch = Describe.Fill(data, [1, 0], Describe.Input("x", 1), Describe.Weight("a"), Describe.Weight("b"));

        Assert.Equal([4f, 3f], batch["a"].AsSpan<float>());
        Assert.Equal([4f, 3f], batch["b"].AsSpan<float>());
    }

    [Fact]
    public void Weights_with_the_name_of_one_loss_serve_that_loss()
    {
        var data = new DatasetBuilder().Input("x", new[] { 1f }).SampleWeight("b", new[] { 5f }).Build();

        var batch = Describe.Fill(data, [0], Describe.Input("x"), Describe.Weight("a"), Describe.Weight("b"));

        Assert.False(batch["a"].IsPresent);
        Assert.Equal([5f], batch["b"].AsSpan<float>());
    }

    [Fact]
    public void Weights_of_other_names_must_be_as_many_as_the_losses()
    {
        var data = new DatasetBuilder().SampleWeight("p", new[] { 1f }).SampleWeight("q", new[] { 1f }).Build();

        data.CheckColumns([Describe.Weight("a"), Describe.Weight("b")]);
        var error = Assert.Throws<ArgumentException>(() => data.CheckColumns([Describe.Weight("a")]));
        Assert.Equal("Expected sample weight 'a'; the data set has sample weight 'p', sample weight 'q' to match by order.", error.Message);
    }
}
