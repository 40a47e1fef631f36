using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Testing.Numbers;

namespace NetGen.Testing.Reference;

/// <summary>L1 and L2 decay, which no graph holds: λ₁·|w| + λ₂/2·w² for each weight.</summary>
internal static class ReferenceDecay
{
    /// <summary>The term of each weight in the loss.</summary>
    public static IEnumerable<double> Penalties(NetworkModel model, TestNumbers numbers) =>
        from parameter in model.Parameters
        from weight in numbers.Parameters[parameter.Name]
        select (parameter.L1 * Math.Abs(weight)) + (parameter.L2 / 2 * weight * weight);

    /// <summary>The derivative of each of its terms by the weight.</summary>
    public static double[] Gradient(ParameterInfo parameter, TestNumbers numbers) =>
        Array.ConvertAll(numbers.Parameters[parameter.Name], weight => (parameter.L1 * Math.Sign(weight)) + (parameter.L2 * weight));
}
