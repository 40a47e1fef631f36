using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Testing.Reference;

/// <summary>What a gradient buffer holds after a pass: gradients of parameters and, in the places of states, their next values.</summary>
internal static class GradientBuffer
{
    /// <summary>The results by name and role, with next states as if they were gradients.</summary>
    public static Dictionary<(string Name, ResultRole Role), T> Of<T>(IReadOnlyDictionary<(string Name, ResultRole Role), T> results) =>
        results.ToDictionary(result => (result.Key.Name, result.Key.Role == ResultRole.NextState ? ResultRole.ParameterGradient : result.Key.Role), result => result.Value);
}
