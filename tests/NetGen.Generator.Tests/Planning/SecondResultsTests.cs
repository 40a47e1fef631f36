using System;
using System.Linq;
using NetGen.Generator.Declarations;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Numeric.Networks;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing.Numbers;
using Xunit;
using static NetGen.Generator.Tests.Layers.Declare;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Which products write what the next product reads besides their own result.</summary>
public sealed class SecondResultsTests
{
    /// <summary>The backward pass reads the rectified values, the next layer those that are left of them.</summary>
    [Fact]
    public void DropoutIsWrittenByTheProductInFrontOfItsActivation()
    {
        var plan = Training(Input(64), Dense(64), Layer("ReLU"), Layer("Dropout", ("rate", 0.5)), Dense(32), Layer("Tanh"), Dense(10), Layer("SoftmaxCrossEntropy"));
        var product = Assert.Single(plan.Kernels.OfType<ContractKernel>(), kernel => kernel.Second is not null);

        Assert.Equal(("relu1", "dropout1"), (product.Result.Label, product.Second!.Label));
        Assert.Equal([product.Result, product.Second], product.Results);
        Assert.Equal(plan.StorageOf(product.Result).SampleStride, plan.StorageOf(product.Second).SampleStride);
        Assert.DoesNotContain(plan.Kernels.OfType<MapKernel>(), kernel => kernel.Result == product.Second);
        Assert.Contains(product.Reads, value => value.Operation is RandomOperation);
        Assert.Empty(WorkHazards.Of(plan));
        ReadsComeAfterWrites(plan);
    }

    /// <summary>Its derivative is one of its argument.</summary>
    [Fact]
    public void AnActivationIsWrittenBesideItsArgument()
    {
        var plan = Training(Input(64), Dense(64), Layer("GELU"), Dense(10), Layer("SoftmaxCrossEntropy"));
        var product = Assert.Single(plan.Kernels.OfType<ContractKernel>(), kernel => kernel.Second is not null);

        Assert.Equal("gelu1", product.Second!.Label);
        ReadsComeAfterWrites(plan);
    }

    /// <summary>The random numbers are of the call that computes the outputs, and both results are.</summary>
    [Fact]
    public void BothAreOfTheForwardPass()
    {
        var plan = NetworkPlan.Of(Model(Input(64), Dense(64), Layer("ReLU"), Layer("Dropout", ("rate", 0.5)), Dense(10))).Pass!;
        var product = Assert.Single(plan.Kernels.OfType<ContractKernel>(), kernel => kernel.Second is not null);
        var firstHalf = Lifetimes.FirstHalf(plan.Graph);

        Assert.All(product.Results, value => Assert.Contains(value, firstHalf));
    }

    /// <summary>What the backward pass alone computes may read gradients that the forward pass does not know.</summary>
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void OneOfEachPassIsNot(bool isCalledInTwoHalves, bool isSecond)
    {
        var plan = Plan(
            """
            %0 = input data "x" : float[*, 32] "x"
            %1 = parameter "dense1.weight" : float[32, 32] "weight"
            %2 = contract "*i,oi->*o" %0 %1 : float[*, 32] "value"
            %3 = map "exp(x0)" %2 : float[*, 32] "exp"
            %4 = contract "*i,oi->*o" %3 %1 : float[*, 32] "next"
            return output "y" %2
            return input-gradient "x" %4

            """,
            new ProgramForm { KeepsInputs = isCalledInTwoHalves });

        Assert.Equal(isSecond, plan.Kernels.OfType<ContractKernel>().Any(kernel => kernel.Second is not null));
    }

    /// <summary>The gate would have to be computed in the middle of the product that it scales.</summary>
    [Theory]
    [InlineData("""%5 = map "x0 * x1" %2 %4 : float[*, 32] "gated" """)]
    [InlineData("""%5 = map "x0 * x1" %2 %0 : float[*, 32] "gated" """)]
    public void WhatReadsAnotherProductOrAnInputIsNot(string map)
    {
        var plan = Plan($"""
            %0 = input data "x" : float[*, 32] "x"
            %1 = parameter "dense1.weight" : float[32, 32] "weight"
            %2 = contract "*i,oi->*o" %0 %1 : float[*, 32] "value"
            %3 = contract "*i,oi->*o" %0 %1 : float[*, 32] "other"
            %4 = map "exp(x0)" %3 : float[*, 32] "gate"
            {map}
            %6 = contract "*i,oi->*o" %5 %1 : float[*, 32] "next"
            %7 = map "x0 + x1" %6 %2 : float[*, 32] "sum"
            return output "y" %7

            """);

        Assert.All(plan.Kernels.OfType<ContractKernel>(), kernel => Assert.Null(kernel.Second));
    }

    /// <summary>The graph has the mask, and what it is made of, behind the product that now reads it.</summary>
    [Fact]
    public void WhatTheMapReadsBesidesComesBeforeBoth()
    {
        var plan = Plan("""
            %0 = input data "x" : float[*, 32] "x"
            %1 = parameter "dense1.weight" : float[32, 32] "weight"
            %2 = contract "*i,oi->*o" %0 %1 : float[*, 32] "value"
            %3 = random bernoulli 3 "0.5" : float[*, 32] "random"
            %4 = map "x0 + 1" %3 : float[*, 32] "mask"
            %5 = map "x0 * x1" %2 %4 : float[*, 32] "dropped"
            %6 = contract "*i,oi->*o" %5 %1 : float[*, 32] "next"
            return output "y" %6
            return output "z" %2

            """);

        Assert.Equal("dropped", Assert.Single(plan.Kernels.OfType<ContractKernel>(), kernel => kernel.Second is not null).Second!.Label);
        Assert.Equal(["random", "mask", "value", "next"], plan.Kernels.Where(kernel => kernel is not CopyKernel { Result.Operation: RelayoutOperation }).Select(kernel => kernel.Result.Label));
        ReadsComeAfterWrites(plan);
    }

    /// <summary>What is read by a map or a reduction is better computed there, as rows are.</summary>
    [Theory]
    [InlineData("contract \"*i,oi->*o\" %3 %1 : float[*, 32]", true)]
    [InlineData("reduce max [0] %3 : float[*, 1]", false)]
    public void OnlyWhatAProductReadsIs(string reader, bool isSecond)
    {
        var plan = Plan($"""
            %0 = input data "x" : float[*, 32] "x"
            %1 = parameter "dense1.weight" : float[32, 32] "weight"
            %2 = contract "*i,oi->*o" %0 %1 : float[*, 32] "value"
            %3 = map "exp(x0)" %2 : float[*, 32] "exp"
            %4 = {reader} "read"
            return output "y" %4
            return output "z" %2
            return output "w" %3

            """);

        Assert.Equal(isSecond, plan.Kernels.OfType<ContractKernel>().Any(kernel => kernel.Second?.Label == "exp"));
    }

    /// <summary>In registers with whole and with partial vectors, and over the tile once more: all are compared with the reference.</summary>
    [Fact]
    public void AllFormsAreAmongTheNetworksThatAreCompared()
    {
        var sources = new[] { "SecondResults", "SecondResultsOfImages", "SecondResultsOfPositions" }
            .Select(name => Assert.Single(Expect.Clean($"using NetGen;\nnamespace Samples;\n{NetworkTable.All[name].Text(Precision.Single)}").Generated).SourceText.ToString()).ToArray();

        Assert.Contains(sources, source => source.Contains("ref destination2);", StringComparison.Ordinal));
        Assert.Contains(sources, source => source.Contains("ref destination2, (nuint)", StringComparison.Ordinal));
        Assert.Contains(sources, source => source.Contains("ref destination2, valid", StringComparison.Ordinal));
    }

    private static void ReadsComeAfterWrites(ProgramPlan plan)
    {
        var written = plan.Kernels.SelectMany(kernel => kernel.Results).ToHashSet();
        foreach (var kernel in plan.Kernels.Reverse())
        {
            written.ExceptWith(kernel.Results);
            Assert.All(kernel.Reads.Select(Aliases.Root).Where(value => plan.Kernels.Any(other => other.Results.Contains(value))), value => Assert.Contains(value, written));
        }
    }

    private static ProgramPlan Plan(string graph, ProgramForm? form = null) =>
        ProgramPlanner.Plan(GraphText.Parse(graph), ParameterPlan.Of(Model(Input(32), Dense(32))), form ?? new ProgramForm());

    private static ProgramPlan Training(params LayerDeclaration[] layers) => NetworkPlan.Of(Model(layers)).Training!;
}
