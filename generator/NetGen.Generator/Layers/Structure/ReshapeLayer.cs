using System;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Structure;

/// <summary>The same values in the same row-major order under another shape, of which one size may be left open as −1.</summary>
internal sealed class ReshapeLayer : Layer
{
    private const int Open = -1;

    public override Value Lower(LayerScope scope)
    {
        var sizes = scope.Ints("shape");
        var open = FindOpenAxis(scope);
        var known = new Shape(sizes.Where(size => size != Open)).Count;
        var available = scope.Input.Shape.Count;
        if (open < 0 ? known != available : available % known != 0)
        {
            var needed = FormattableString.Invariant(open < 0 ? (FormattableString)$"{known}" : $"a multiple of {known}");
            throw scope.Error(DiagnosticIds.ReshapeMismatch, "shape", Kind, needed, scope.Inputs[0].Describe(), available);
        }

        // Both fit an int: they divide a count that is at most Shape.MaximumCount.
        return scope.Graph.Reshape(scope.Input, new Shape(sizes.Select(size => size == Open ? (int)(available / known) : size)));
    }

    /// <summary>Checks every size; gives the axis that is left open, or −1.</summary>
    private static int FindOpenAxis(LayerScope scope)
    {
        var sizes = scope.Ints("shape");
        if (sizes.Count == 0)
        {
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "shape", scope.Describe("shape"), "at least one size", "none");
        }

        var open = -1;
        for (var axis = 0; axis < sizes.Count; axis++)
        {
            if (sizes[axis] == Open && open >= 0)
            {
                throw scope.ElementError(DiagnosticIds.ArgumentOutOfRange, "shape", axis, scope.Describe("shape"), "only one open size (-1)", "two");
            }

            if (sizes[axis] <= 0 && sizes[axis] != Open)
            {
                throw scope.ElementError(DiagnosticIds.NotPositive, "shape", axis, FormattableString.Invariant($"Size {axis} of {scope.Describe()}"), sizes[axis]);
            }

            open = sizes[axis] == Open ? axis : open;
        }

        return open;
    }
}
