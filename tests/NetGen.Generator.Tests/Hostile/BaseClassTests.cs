using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>Members of base classes come before the types that emitted code names.</summary>
public sealed class BaseClassTests
{
    [Theory]
    [InlineData("class Root { protected class Vector; protected class Workspace; } class Base : Root { protected const int Math = 1; }")]
    [InlineData("class Base { protected int Unsafe => 1; protected static void MemoryMarshal() { } protected enum Span { None } }")]
    public void MayBeNamedAsWhatEmittedCodeUses(string types) => Expect.Clean($"""
        using NetGen;
        {types}
        [Network, Input(3), Dense(2), Dropout(0.5), GELU, SquaredError] partial class Net : Base;
        """);
}
