using System;
using System.IO;
using Xunit;
using Xunit.Sdk;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>The comparison itself, on files in a folder of its own.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-snapshot-").FullName;

    private string Verified => Path.Combine(_folder, "A.verified.cs");

    private string Received => Path.Combine(_folder, "A.received.cs");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheSameTextPassesAndRemovesWhatWasReceivedBefore()
    {
        File.WriteAllText(Verified, "a\nb\n");
        File.WriteAllText(Received, "old");

        Snapshot.Compare("a\nb\n", Verified, Received);

        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void LineEndsOfTheFileDoNotMatter()
    {
        File.WriteAllText(Verified, "a\r\nb\r\n");

        Snapshot.Compare("a\nb\n", Verified, Received);
    }

    [Fact]
    public void WithoutAFileTheTextIsWrittenAndTheTestFails()
    {
        var failure = Assert.Throws<XunitException>(() => Snapshot.Compare("a\n", Verified, Received));

        Assert.Equal("a\n", File.ReadAllText(Received));
        Assert.Contains("no verified file", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Received, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb\nc\nd\n", "a\nX\nc\nd\n", "line 2:\n  a\n- b\n+ X\n  c\n  d\n")]
    [InlineData("a\nb\n", "a\nb\nc\n", "line 3:\n  a\n  b\n+ c\n")]
    [InlineData("a\nb\nb\nb\n", "a\nb\n", "line 3:\n  a\n  b\n- b\n- b\n")]
    [InlineData("a\n", "b\n", "line 1:\n- a\n+ b\n")]
    [InlineData("", "b\n", "line 1:\n+ b\n")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nX\n6\n7\n8\n9", "line 5:\n  2\n  3\n  4\n- 5\n+ X\n  6\n  7\n  8\n\n")]
    public void ADifferenceIsShownWithLinesAroundIt(string verified, string text, string expected)
    {
        File.WriteAllText(Verified, verified);

        var failure = Assert.Throws<XunitException>(() => Snapshot.Compare(text, Verified, Received));

        Assert.Equal(text, File.ReadAllText(Received));
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
