using System;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Declarations;

public sealed class DeclarationReaderTests
{
    [Fact]
    public void AttributesAreReadInTheOrderOfTheSource()
    {
        var declaration = Read("[Dense(3), Dense(4)]\n[Network, Input(2)]\n[ReLU]\npartial class Net;");

        Assert.Equal(["Dense", "Dense", "Input", "ReLU"], declaration.Layers.Select(layer => layer.Kind));
        Assert.Equal([3, 4], declaration.Layers.Take(2).Select(layer => layer.Arguments[0].Numbers[0]));
    }

    [Theory]
    [InlineData("Dense(3)", "units=3")]
    [InlineData("Dense(units: 3, Bias = false)", "units=3 Bias=0")]
    [InlineData("Dense('a')", "units=97")]
    [InlineData("Dense(Sizes.Two * 2, L2 = 1e-4, WeightInit = Init.HeNormal)", "units=4 L2=0.0001 WeightInit=8")]
    [InlineData("Dropout", "rate=0.5")]
    [InlineData("Dropout(float.NaN)", "rate=NaN")]
    [InlineData("Reshape(2, -1)", "shape=2,-1")]
    [InlineData("Reshape(new[] { 2, -1 })", "shape=2,-1")]
    [InlineData("Reshape([2, -1])", "shape=2,-1")]
    [InlineData("Reshape", "shape=")]
    [InlineData("Reshape(null!)", "")]
    [InlineData("Add(\"a\", \"b\")", "names='a','b'")]
    [InlineData("Add(\"a\", null!)", "names='a',''")]
    [InlineData("Dense(3, TiedTo = null)", "units=3")]
    [InlineData("Dense(3, TiedTo = \"a\")", "units=3 TiedTo='a'")]
    [InlineData("SoftmaxCrossEntropy(TargetKind = TargetKind.Distribution, Weight = 2)", "TargetKind=1 Weight=2")]
    [InlineData("Dense(3, Name = \"a\", From = \"b\")", "name:a from:b units=3")]
    [InlineData("Dense(3, Name = null, From = null)", "units=3")]
    public void ArgumentsAreReadByName(string layer, string expected)
    {
        var read = Read($"static class Sizes {{ public const int Two = 2; }} [Network, {layer}] partial class Net;").Layers[0];

        var arguments = read.Arguments.Select(argument => FormattableString.Invariant(
            $"{argument.Name}={string.Join(",", argument.Numbers.Select(number => FormattableString.Invariant($"{number}")).Concat(argument.Texts.Select(text => $"'{text}'")))}"));
        var name = read.Name is null ? "" : $"name:{read.Name} ";
        var from = read.From is null ? "" : $"from:{read.From} ";
        Assert.Equal(expected, (name + from + string.Join(" ", arguments)).TrimEnd());
    }

    [Fact]
    public void TheNetworksOwnArgumentsAreRead()
    {
        var declaration = Read("[Network(Precision = Precision.Double, L1 = 0.5, L2 = 0.25), Input(2)] partial class Net;");

        Assert.Equal((true, 0.5, 0.25), (declaration.IsDouble, declaration.L1, declaration.L2));
    }

    [Theory]
    [InlineData("[Network] partial class Net;", "Net", "", "Net", "Net", "")]
    [InlineData("namespace A.@class; [Network] partial class Net;", "A.class.Net", "A.@class", "Net", "A.class.Net", "")]
    [InlineData("partial class Outer { partial struct Middle { [Network] partial class Net; } }", "Outer+Middle+Net", "", "Net", "Outer+Middle+Net", "class Outer, struct Middle")]
    [InlineData("partial record Outer { partial record struct Middle { partial interface Inner { [Network] partial class Net; } } }", "Outer+Middle+Inner+Net", "", "Net", "Outer+Middle+Inner+Net", "record Outer, record struct Middle, interface Inner")]
    [InlineData("readonly ref partial struct Outer { [Network] partial class @event; }", "Outer+event", "", "@event", "Outer+event", "struct Outer")]
    [InlineData("partial class Outer<T, @in> { [Network] partial class Net; }", "Outer`2+Net", "", "Net", "Outer`2+Net", "class Outer<T, @in>")]
    [InlineData("namespace Größe; [Network] partial class Сеть神経;", "Größe.Сеть神経", "Größe", "Сеть神経", "Größe.Сеть神経", "")]
    public void TheTypeIsReadByName(string source, string lookup, string space, string name, string metadataName, string containers)
    {
        var type = Read(source, lookup).Type;

        Assert.Equal(space, type.Namespace);
        Assert.Equal(name, type.Name);
        Assert.Equal(metadataName, type.MetadataName);
        Assert.Equal(containers, string.Join(", ", type.Containers.Select(container => $"{container.Keyword} {container.Name}")));
    }

    [Fact]
    public void OwnMembersAreListedOnce()
    {
        var type = Read("""
            [Network] partial class Net { int B; void A() { } void A(int i) { } public Net() { } class C; int D { get; set; } }
            partial class Net { event System.Action E; }
            """).Type;

        Assert.Equal(["A", "B", "C", "D", "E"], type.Members);
    }

    [Fact]
    public void DeclarationsAreEqualByValue()
    {
        const string Source = "[Network, Input(2, 3), Dense(4, Name = \"a\"), Add(\"a\"), ReLU, SquaredError] partial class Net { int i; }";

        Assert.Equal(Read(Source), Read("\n\n" + Source));
        Assert.Equal(Read(Source).GetHashCode(), Read("\n\n" + Source).GetHashCode());
        Assert.NotEqual(Read(Source), Read(Source.Replace("4", "5", StringComparison.Ordinal)));
    }

    private static NetworkDeclaration Read(string source, string type = "Net")
    {
        var compilation = TestCompilation.Create("using NetGen;\n" + source);
        var network = NetworkSymbol.Find(compilation.GetTypeByMetadataName(type)!, default)!;
        return DeclarationReader.Read(network, compilation, default);
    }
}
