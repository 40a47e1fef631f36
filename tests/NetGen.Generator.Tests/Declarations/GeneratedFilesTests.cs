using System;
using System.Linq;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Declarations;

/// <summary>Every network gets one file, whatever it is called and wherever it stands.</summary>
public sealed class GeneratedFilesTests
{
    private const string Layers = "[Network, Input(2), Dense(1), SquaredError] partial ";

    [Theory]
    [InlineData(Layers + "class Net;", "Net.g.cs")]
    [InlineData("namespace A.B; " + Layers + "class Net;", "A.B.Net.g.cs")]
    [InlineData("partial class Outer { partial record struct Inner { " + Layers + "class Net; } }", "Outer-Inner-Net.g.cs")]
    [InlineData("static partial class Outer { " + Layers + "class Net; }", "Outer-Net.g.cs")]
    [InlineData("partial interface IOuter { readonly ref partial struct Inner { " + Layers + "class Net; } }", "IOuter-Inner-Net.g.cs")]
    [InlineData("abstract partial record Outer { " + Layers + "class Net; }", "Outer-Net.g.cs")]
    [InlineData(Layers + "class @class;", "class.g.cs")]
    [InlineData("namespace @namespace; " + Layers + "class record2;", "namespace.record2.g.cs")]
    [InlineData("namespace Größe; " + Layers + "class Сеть神経;", "Größe.Сеть神経.g.cs")]
    [InlineData(Layers + "class Ne\u0301t;", "Ne-t.g.cs")]
    [InlineData("namespace A; " + Layers + "class System;", "A.System.g.cs")]
    [InlineData("namespace A; " + Layers + "class NetGen;", "A.NetGen.g.cs")]
    [InlineData(Layers + "class Dense;", "Dense.g.cs")]
    [InlineData(Layers + "class Workspace;", "Workspace.g.cs")]
    [InlineData("namespace System.NetGen; " + Layers + "class Span;", "System.NetGen.Span.g.cs")]
    [InlineData("partial class Outer { partial class System { " + Layers + "class NetGen; } }", "Outer-System-NetGen.g.cs")]
    public void TheFileIsNamedByTheClass(string source, string file)
    {
        var run = Expect.Clean(source.StartsWith("namespace", StringComparison.Ordinal)
            ? source.Insert(source.IndexOf(';', StringComparison.Ordinal) + 1, "using global::NetGen;")
            : "using global::NetGen;" + source);

        Assert.Equal([file], run.Generated.Select(generated => generated.HintName));
    }

    [Fact]
    public void NamesThatDifferByCaseOrByAForbiddenCharacterGetFilesOfTheirOwn()
    {
        var run = Expect.Clean($$"""
            using NetGen;
            {{Layers}} class Network;
            {{Layers}} class NETWORK;
            {{Layers}} class Ne\u0301t;
            {{Layers}} class Ne\u0302t;
            partial class A { {{Layers}} class B; }
            namespace Other { {{Layers}} class Alone; }
            """);

        Assert.Equal(6, run.Generated.Length);
        Assert.Equal(6, run.Generated.Select(generated => generated.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("Other.Alone.g.cs", run.Generated.Select(generated => generated.HintName));
    }

    [Fact]
    public void LongNamesAreShortenedAndStayDifferent()
    {
        var end = new string('n', 300);
        var run = Expect.Clean($"using NetGen; {Layers} class A{end}; {Layers} class B{end};");

        Assert.Equal(2, run.Generated.Length);
        Assert.All(run.Generated, generated => Assert.True(generated.HintName.Length < 80));
    }

    [Fact]
    public void TheAttributeOnTwoPartsIsTheCompilersErrorAndGivesOneFile()
    {
        var run = TestRun.Of("using NetGen; [Network, Input(2), Dense(1)] partial class Net; [Network] partial class Net;");

        Assert.Equal(["CS0579"], run.Compiler.Select(diagnostic => diagnostic.Id));
        Assert.Single(run.Generated);
        Assert.Empty(run.Generator);
        Assert.Empty(run.Analyzer);
    }

    [Theory]
    [InlineData("[Network] struct Net;")]
    [InlineData("[Network] interface Net;")]
    [InlineData("[Network] enum Net;")]
    [InlineData("[Network] delegate void Net();")]
    [InlineData("class Net { [Network] void M() { } }")]
    public void OnAnythingButAClassTheAttributeIsTheCompilersError(string source)
    {
        var run = TestRun.Of("using NetGen; " + source);

        Assert.Equal(["CS0592"], run.Compiler.Select(diagnostic => diagnostic.Id));
        Assert.Empty(run.Generated);
        Assert.Empty(run.Generator);
        Assert.Empty(run.Analyzer);
    }

    [Fact]
    public void AClassThatIsDeclaredTwiceDoesNotThrow()
    {
        var run = TestRun.Of($"using NetGen; {Layers} class Net; {Layers} record Net;", $"using NetGen; [Network] class Net;");

        Assert.DoesNotContain(run.Generator, diagnostic => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal));
    }
}
