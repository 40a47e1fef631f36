using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Layers;
using NetGen.Testing.Numbers;

namespace NetGen.Testing.Reference;

/// <summary>What the graphs of a network read and its parameters do not hold.</summary>
internal static class ReferenceInputs
{
    /// <summary>Samples, targets, weights of samples (divided by their sum, as the trainer does) and gradients of outputs.</summary>
    public static Dictionary<(string Name, InputRole Role), double[]> Of(NetworkModel model, TestNumbers numbers)
    {
        var inputs = model.Inputs.ToDictionary(input => (input.Name, InputRole.Data), input => numbers.Columns[input.Name]);
        foreach (var target in model.Targets)
        {
            inputs.Add((target.Name, InputRole.Target), numbers.Columns[target.Name]);
        }

        foreach (var (loss, weights) in numbers.Weights)
        {
            inputs.Add((loss, InputRole.SampleScale), [.. weights.Select(weight => weight / weights.Sum())]);
        }

        foreach (var (output, upstream) in numbers.Upstream)
        {
            inputs.Add((output, InputRole.OutputGradient), upstream);
        }

        return inputs;
    }
}
