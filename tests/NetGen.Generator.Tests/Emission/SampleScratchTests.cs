using System;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Numeric;
using NetGen.Generator.Tests.Numeric.Networks;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>
/// The memory on the stack is as large as it is planned. What kernels write of it, random networks look at in a class that has
/// the same plan in a workspace.
/// </summary>
public sealed class SampleScratchTests
{
    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void IsAsLargeAsPlanned(Precision precision)
    {
        var onStack = 0;
        foreach (var name in NetworkTable.All.Keys)
        {
            var network = CompiledNetworks.Get(name, precision);
            var scratch = network.Type.GetNestedType("SampleScratch", BindingFlags.NonPublic);
            var plan = NetworkPlan.Of(network.Model).Sample;
            var planned = plan is { FitsStack: true, Lengths.Fixed: > 0 } ? plan.Lengths.Fixed : 0;
            Assert.Equal((name, planned), (name, scratch?.GetCustomAttribute<InlineArrayAttribute>()!.Length ?? 0));
            Assert.All(
                scratch?.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(field => field.FieldType) ?? [],
                type => Assert.Equal(precision == Precision.Double ? typeof(double) : typeof(float), type));
            onStack += planned > 0 ? 1 : 0;
        }

        Assert.True(onStack > NetworkTable.All.Count / 2, $"{onStack} networks predict on the stack.");
    }
}
