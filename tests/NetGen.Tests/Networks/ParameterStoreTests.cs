using System;
using Xunit;

namespace NetGen.Tests.Networks;

/// <summary>The versions of weights, one thread after the other: what a race comes to, without one.</summary>
public sealed class ParameterStoreTests
{
    private readonly ParameterStore _store = new([], ElementType.Float32);

    [Fact]
    public void A_reading_between_changes_is_whole()
    {
        Change();
        var version = _store.BeginRead();
        _store.EndRead(version);
        Assert.Equal(version, _store.Version);
    }

    [Fact]
    public void A_reading_with_a_change_within_is_refused()
    {
        var version = _store.BeginRead();
        Change();
        Assert.Throws<InvalidOperationException>(() => _store.EndRead(version));
    }

    [Fact]
    public void A_reading_does_not_begin_or_end_during_a_change()
    {
        var version = _store.BeginRead();
        _store.BeginUpdate();
        Assert.Throws<InvalidOperationException>(() => _store.EndRead(version));
        Assert.Throws<InvalidOperationException>(() => _store.BeginRead());
        _store.EndUpdate();
        Assert.NotEqual(version, _store.BeginRead());
    }

    private void Change()
    {
        _store.BeginUpdate();
        _store.EndUpdate();
    }
}
