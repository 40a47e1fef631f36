using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Layers;
using NetGen.Testing.Reference;
using Xunit;

namespace NetGen.Generator.Tests.Planning;

/// <summary>
/// Choosing layouts moves elements and changes no value. The layers there are have the lanes of an activation along its last
/// axis already; the graph allows any.
/// </summary>
public sealed class LayoutPlanTests
{
    private const int Samples = 2;

    [Theory]
    [InlineData("\"*oi,*i->*o\" %0 %1", "*, 3")]
    [InlineData("\"*i,*oi->*o\" %1 %0", "*, 3")]
    [InlineData("\"*ij,*ij->*i\" %0 %0", "*, 3")]
    public void TheLaneOperandIsMovedAndNotChanged(string contraction, string axes)
    {
        var graph = GraphText.Parse($"""
            %0 = input data "x" : float[*, 3, 4] "x"
            %1 = input data "y" : float[*, 4] "y"
            %2 = contract {contraction} : float[{axes}] "z"
            return output "z" %2

            """);
        GraphVerifier.Verify(graph);
        var parameters = ParameterPlan.Of(Declare.Model(Declare.Input(2), Declare.Dense(1)));
        var planned = LayoutPlan.Choose(graph, parameters, keepInputs: true).Graph;
        GraphVerifier.Verify(planned);
        Assert.Equal(Output(graph), Output(planned));
    }

    /// <summary>A sum in panels adds block by block: what it reads has to lie in the same panels.</summary>
    [Theory]
    [InlineData("contract \"*o,*i->oi\" %0 %1 : float[2, 3]", true)]
    [InlineData("reduce sum [] samples %2 : float[2, 3]", false)]
    public void ASumLiesInPanelsOnlyWithAllItsTerms(string other, bool isInPanels)
    {
        var graph = GraphText.Parse($"""
            %0 = input data "y" : float[*, 2] "y"
            %1 = input data "x" : float[*, 3] "x"
            %2 = input data "z" : float[*, 2, 3] "z"
            %3 = contract "*i,*o->oi" %1 %0 : float[2, 3] "a"
            %4 = {other} "b"
            %5 = map "x0 + x1" %3 %4 : float[2, 3] "sum"
            return parameter-gradient "dense1.weight" %5

            """);
        var plan = LayoutPlan.Choose(graph, ParameterPlan.Of(Declare.Model(Declare.Input(3), Declare.Dense(2))), keepInputs: true);
        var sum = plan.Graph.Values.First(value => value.Label == "sum");
        Assert.Equal(isInPanels, plan[sum].LaneAxis >= 0);
        Assert.All(sum.Operands, operand => Assert.Equal(plan[sum], plan[operand]));
    }

    /// <summary>Whole vectors are loaded past the last lane, which memory of the caller may not have, be it read as it is or as windows.</summary>
    [Theory]
    [InlineData("reshape %0 : float[*, 3, 4]", "\"*cq,c->*q\"", "*, 4")]
    [InlineData("unfold 1 [2, 3, 1, 1, 0] %0 : float[*, 3, 2, 3]", "\"*cpv,c->*vp\"", "*, 3, 2")]
    public void LanesAreNotLoadedFromMemoryOfTheCaller(string operand, string contraction, string axes)
    {
        var graph = GraphText.Parse($"""
            %0 = input data "x" : float[*, 3, 4] "x"
            %1 = {operand} "view"
            %2 = parameter "dense1.bias" : float[3] "w"
            %3 = contract {contraction} %1 %2 : float[{axes}] "z"
            return output "z" %3

            """);
        GraphVerifier.Verify(graph);
        var planned = LayoutPlan.Choose(graph, ParameterPlan.Of(Declare.Model(Declare.Input(2), Declare.Dense(3))), keepInputs: false).Graph;
        var contract = Assert.Single(planned.Values, value => value.Operation is ContractOperation);
        Assert.All(contract.Operands.Where(value => value.Batched), value => Assert.IsNotType<InputOperation>(Aliases.Root(value).Operation));
    }

    private static double[] Output(ComputationGraph graph)
    {
        var inputs = new Dictionary<(string, InputRole), double[]> { [("x", InputRole.Data)] = Numbers(3 * 4), [("y", InputRole.Data)] = Numbers(4) };
        return ReferenceInterpreter.Run(graph, Samples, new Dictionary<string, double[]>(), inputs)[("z", ResultRole.Output)];
    }

    private static double[] Numbers(int count) => [.. Enumerable.Range(1, Samples * count).Select(i => (double)(i * i % 17))];
}
