using System.Linq;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Diagnostics of the class that is to be a network.</summary>
public sealed class ClassDiagnosticTests
{
    private const string Layers = "[Network, Input(2), Dense(1), SquaredError] ";

    [Theory]
    [InlineData("NG0001", Layers + "class [|Net|];", "Network 'Net' must be declared partial")]
    [InlineData("NG0001", Layers + "sealed class [|@class|] { }", "Network 'class' must be declared partial")]
    [InlineData("NG0002", Layers + "partial class [|Net|]<T>;", "Network 'Net' cannot be generated: it is generic")]
    [InlineData("NG0002", "partial struct Outer<T> { " + Layers + "partial class [|Net|]; }", "Network 'Net' cannot be generated: its container 'Outer' is generic")]
    [InlineData("NG0004", "[Network, Dense(1)] partial class [|Net|];", "Network 'Net' has no [Input]")]
    [InlineData("NG0004", "[Network] partial class [|Net|];", "Network 'Net' has no [Input]")]
    [InlineData("NG0005", "[Network, Input(2)] partial class [|Net|];", "Network 'Net' has no layer besides inputs, outputs and losses")]
    [InlineData("NG0005", "[Network, Input(2), Output, SquaredError] partial class [|Net|];")]
    [InlineData("NG0006", Layers + "partial record [|Net|];", "Network 'Net' must be an ordinary class; it is a record")]
    [InlineData("NG0006", Layers + "static partial class [|Net|];", "Network 'Net' must be an ordinary class; it is static")]
    [InlineData("NG0006", Layers + "file partial class [|Net|];", "Network 'Net' must be an ordinary class; it is local to its file")]
    [InlineData("NG0006", "file partial class Outer { " + Layers + "partial class [|Net|]; }")]
    [InlineData("NG0006", Layers + "partial class [|Net|](int i) { public int I => i; }", "Network 'Net' must be an ordinary class; it has a primary constructor")]
    [InlineData("NG0006", "class Base(int i) { public int I => i; } " + Layers + "partial class [|Net|] : Base { public Net() : base(1) { } }", "Network 'Net' must be an ordinary class; it derives from 'Base', which has no constructor without parameters")]
    [InlineData("NG0006", Layers + "partial class First; " + Layers + "partial class [|Net|] : First;", "Network 'Net' must be an ordinary class; it derives from the network 'First'")]
    [InlineData("NG0006", Layers + "partial class [|System|];", "Network 'System' must be an ordinary class; it hides the namespace 'System'")]
    [InlineData("NG0007", "class [|Outer|] { " + Layers + "partial class Net; }", "Type 'Outer' must be declared partial, because it contains the network 'Net'")]
    [InlineData("NG0007", "record struct [|Outer|] { public partial interface IInner { " + Layers + "partial class Net; } }")]
    public void TheClassIsMarked(string id, string source, string? message = null) => Expect.Diagnostic("using NetGen;\n" + source, id, message);

    [Theory]
    [InlineData(Layers + "partial class Net { public const int [|Predict|] = 1; }", "The name 'Predict' is needed for a generated member of 'Net'; it is that of a field of its own")]
    [InlineData(Layers + "partial class Net { void [|Forward|](int i) { } }", "The name 'Forward' is needed for a generated member of 'Net'; it is that of a method of its own")]
    [InlineData(Layers + "partial class Net { class [|Parameters|]; }", "The name 'Parameters' is needed for a generated member of 'Net'; it is that of a type of its own")]
    [InlineData(Layers + "partial class Net; partial class Net { public string [|Description|] => \"\"; }")]
    [InlineData(Layers + "partial class Net { private int [|_pool|]() => 1; public int P => _pool(); }")]
    [InlineData(Layers + "partial class Net { public Net(string s) { } public [|Net|](int i) { } }", "The name 'Net(int)' is needed for a generated member of 'Net'; it is that of a constructor of its own")]
    [InlineData(Layers + "partial class Net { void INetwork.[|Predict|](Batch a, Batch b) { } }", "The name 'NetGen.INetwork.Predict' is needed for a generated member of 'Net'; it is that of an explicit method of its own")]
    [InlineData(Layers + "partial class Net { NetworkDescription INetwork.[|Description|] => null!; }")]
    [InlineData(Layers + "partial class [|Loss|];", "The name 'Loss' is needed for a generated member of 'Loss'; it is that of the class itself")]
    [InlineData("class Base { protected void Backward() { } } class Middle : Base; " + Layers + "partial class [|Net|] : Middle;", "The name 'Backward' is needed for a generated member of 'Net'; it is that of a method inherited from 'Base'")]
    public void TheMemberInTheWayIsMarked(string source, string? message = null) => Expect.Diagnostic("using NetGen;\n" + source, "NG0008", message);

    [Theory]
    [InlineData(Layers + "partial class Net { public [|Net|]() { } }", "A constructor of 'Net' must call the generated one, which makes the parameters: add ': this(seed)'")]
    [InlineData(Layers + "partial class Net { public [|Net|](string s) : base() { } public Net(int i, int j) : this(i + j) { } }")]
    [InlineData("class Base; " + Layers + "partial class Net : Base { protected [|Net|](int i, bool b) { } }")]
    public void AConstructorThatMakesNoParametersIsMarked(string source, string? message = null) => Expect.Diagnostic("using NetGen;\n" + source, "NG0009", message);

    [Fact]
    public void ConstructorsThatCallTheGeneratedOne() => Expect.Clean(
        "using NetGen; " + Layers + "partial class Net { static Net() { } public Net(string s) : this(s, 1) { } public Net(string s, int i) : this(i) { } }");

    [Fact]
    public void MoreMemoryThanCanBeAddressed() => Expect.Diagnostic(
        $"using NetGen; [Network, Input(1 << 27), {string.Join(", ", Enumerable.Repeat("Tanh", 20))}, SquaredError] partial class [|Net|];",
        "NG0108",
        "Network 'Net' is too large: the activations and gradients of one sample are more than 2147483647 numbers, and at most 2147483647 fit");

    [Fact]
    public void APrivateMemberOfABaseClassIsNotInTheWay() => Expect.Clean(
        "using NetGen; class Base { int Predict() => 1; public int P => Predict(); } " + Layers + "partial class Net : Base;");

    [Theory]
    [InlineData("[Network, Input(2)] partial class Net; [[|Dense(1)|], ReLU] partial class Net;", "Dense stands on another part of 'Net' than [Network]; the order of layers would be unknown")]
    [InlineData("[[|Input(2)|]] partial class Net; [Network, Dense(1)] partial class Net;")]
    [InlineData("[Network] partial class Net; [[|Input(2)|], Dense(1)] partial class Net;")]
    public void TheFirstLayerOnAnotherPartIsMarked(string source, string? message = null) => Expect.Diagnostic("using NetGen;\n" + source, "NG0003", message);

    [Fact]
    public void ALayerInAnotherFileIsMarked()
    {
        var run = TestRun.Of("using NetGen; [Dense(1)] partial class Net;", "using NetGen; [Network, Input(2)] partial class Net;");

        var diagnostic = Assert.Single(run.Analyzer);
        Assert.Equal(("NG0003", "0.cs"), (diagnostic.Id, diagnostic.Location.SourceTree!.FilePath));
        Assert.Empty(run.Compiler);
    }

    [Fact]
    public void SeveralMistakesOfAClassAreSeveralErrors()
    {
        var run = TestRun.Of("using NetGen; class Outer<T> { [Network, Input(2), Dense(1)] class Net; }");

        Assert.Equal(["NG0001", "NG0002", "NG0007"], run.Analyzer.Select(diagnostic => diagnostic.Id).Order());
    }
}
