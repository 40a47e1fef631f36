using System.Linq;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>What the class's own part and the user's assembly bring with them makes no noise in the generated part.</summary>
public sealed class OwnPartTests
{
    private const string Layers = "[Network, Input(3), Dense(2), Dropout(0.5), GELU, SquaredError] ";

    /// <summary>Undocumented members and arrays as attribute arguments are the test's own.</summary>
    [Theory]
    [InlineData("public class Base { [System.Obsolete] public Base() { } } " + Layers + "partial class Net : Base;")]
    [InlineData("public class Base { [System.Obsolete(\"Not this one.\")] public Base() { } } " + Layers + "public partial class Net : Base;")]
    [InlineData(Layers + "[System.Obsolete] public partial class Net;")]
    [InlineData("#pragma warning disable CS8981\n" + Layers + "partial class net;")]
    [InlineData("#pragma warning disable CS8981\npartial class net { " + Layers + "partial class Abc; }")]
    [InlineData("#pragma warning disable CS0437\nnamespace System { " + Layers + "partial class Net; }")]
    [InlineData("[assembly: System.CLSCompliant(true)] " + Layers + "public partial class Net;")]
    public void IsQuiet(string source) => Expect.Clean("#pragma warning disable CS1591, CS3016\nusing NetGen;\n" + source);

    /// <summary>A field that the generated constructor leaves null is the compiler's warning, as with any constructor: an initializer ends it.</summary>
    [Theory]
    [InlineData("", "CS8618")]
    [InlineData(" = \"\"", null)]
    public void AFieldThatNobodySets(string initializer, string? warning)
    {
        var run = TestRun.Of($"#nullable enable\nusing NetGen;\n{Layers}partial class Net {{ public string Own{initializer}; public Net(string own) : this(1) {{ Own = own; }} }}");

        Assert.Empty(run.Analyzer);
        Assert.Empty(run.Generator);
        Assert.Equal(warning is null ? [] : [warning], run.Compiler.Select(diagnostic => diagnostic.Id));
    }

    /// <summary>Kinds of types that cannot be a network: the attribute's own rule says so, and nothing is added.</summary>
    [Theory]
    [InlineData("partial struct Net;")]
    [InlineData("partial record struct Net;")]
    [InlineData("partial interface Net;")]
    [InlineData("ref partial struct Net { }")]
    [InlineData("enum Net { A }")]
    [InlineData("delegate void Net();")]
    public void OtherTypesThanClasses(string type)
    {
        var run = TestRun.Of($"using NetGen;\n[Network, Input(3), Dense(2), SquaredError]\n{type}");

        Assert.Empty(run.Generator);
        Assert.Empty(run.Generated);
        Assert.NotEmpty(run.Compiler);
        Assert.All(run.Compiler, diagnostic => Assert.Equal("CS0592", diagnostic.Id));
        Assert.DoesNotContain(run.Analyzer, diagnostic => diagnostic.Id is "NG0999" or "AD0001");
    }
}
