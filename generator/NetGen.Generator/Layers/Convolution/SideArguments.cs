using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>Numbers for the sides of every axis behind the channels.</summary>
internal static class SideArguments
{
    private const string Sides = "sides";

    /// <summary>What is given before and after each axis.</summary>
    public static IReadOnlyList<(int Before, int After)> Read(LayerScope scope)
    {
        var axes = scope.Input.Shape.Rank - 1;
        if (axes is < 1 or > 2)
        {
            throw scope.Error(
                DiagnosticIds.RankMismatch, null, scope.Describe(), "a value with 2 or 3 axes: channels, then length or height and width", scope.Inputs[0].Describe(), scope.Input.Shape);
        }

        var numbers = scope.Ints(Sides);
        if (numbers.Count != 1 && numbers.Count != axes && numbers.Count != 2 * axes)
        {
            throw scope.Error(
                DiagnosticIds.ArgumentOutOfRange, Sides, scope.Describe(Sides), axes == 1 ? "1 or 2 numbers" : "1, 2 or 4 numbers", $"{numbers.Count}");
        }

        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] < 0)
            {
                throw scope.ElementError(
                    DiagnosticIds.ArgumentOutOfRange, Sides, i, FormattableString.Invariant($"Number {i} of {scope.Describe(Sides)}"), "not negative", numbers[i]);
            }
        }

        return Enumerable.Range(0, axes).Select(axis =>
            numbers.Count == 2 * axes ? (numbers[2 * axis], numbers[(2 * axis) + 1])
            : numbers.Count == axes ? (numbers[axis], numbers[axis])
            : (numbers[0], numbers[0])).ToArray();
    }
}
