using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers.Convolution;

/// <summary>
/// The arguments of layers that look at windows of an image: for each, one number for all axes or, in the argument of the plural, one
/// for each.
/// </summary>
internal static class WindowArguments
{
    /// <summary>The windows along each axis behind the channels.</summary>
    /// <param name="scope">The layer.</param>
    /// <param name="lengths">The sizes of the axes.</param>
    /// <param name="strideIsKernel">Whether windows that nothing is said about lie side by side.</param>
    public static IReadOnlyList<WindowAxis> Read(LayerScope scope, IReadOnlyList<int> lengths, bool strideIsKernel = false)
    {
        var kernel = Kernel(scope, lengths.Count);
        var stride = scope.Has("Stride") || scope.Has("Strides") || !strideIsKernel ? Strides(scope, kernel) : kernel;
        var dilation = Each(scope, "Dilation", lengths.Count, 1, 1);
        var padding = Each(scope, "Padding", lengths.Count, 0, 0);
        var axes = lengths.Select((length, i) => new WindowAxis(length, kernel[i], stride[i], dilation[i], padding[i], padding[i])).ToArray();
        if (!scope.Flag("Same"))
        {
            return axes;
        }

        scope.MarkUseless("Padding", "Same pads as much as is needed");
        scope.MarkUseless("Paddings", "Same pads as much as is needed");
        return axes.Select(axis => axis.Same()).ToArray();
    }

    /// <summary>An argument for each axis.</summary>
    /// <param name="scope">The layer.</param>
    /// <param name="name">The name of the argument for all axes; with an s that of the argument for each.</param>
    /// <param name="axes">How many axes there are.</param>
    /// <param name="least">The least number that it may be.</param>
    /// <param name="otherwise">The number where nothing is said.</param>
    public static IReadOnlyList<int> Each(LayerScope scope, string name, int axes, int least, int otherwise)
    {
        var several = name + "s";
        if (!scope.Has(several))
        {
            var value = scope.Int(name, otherwise);
            return value >= least ? Enumerable.Repeat(value, axes).ToArray()
                : least == 1 ? throw scope.Error(DiagnosticIds.NotPositive, name, scope.Describe(name), value)
                : throw scope.Error(DiagnosticIds.ArgumentOutOfRange, name, scope.Describe(name), "not negative", value);
        }

        scope.MarkUseless(name, $"{several} gives one for each axis");
        var values = scope.Ints(several);
        if (values.Count != axes)
        {
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, several, scope.Describe(several), $"{axes} numbers, one for each axis", $"{values.Count}");
        }

        CheckElements(scope, several, values, least);
        return values;
    }

    /// <summary>The windows of every axis behind some first ones, which is padded and becomes two.</summary>
    public static Value Unfold(LayerScope scope, Value x, int first, IReadOnlyList<WindowAxis> axes, double padding = 0)
    {
        for (var i = 0; i < axes.Count; i++)
        {
            if (axes[i].Padded > Shape.MaximumCount)
            {
                throw scope.TooLarge(x.Shape, first + i, axes[i].Padded);
            }

            if (axes[i].Before > 0 || axes[i].After > 0)
            {
                x = scope.Graph.Pad(x, first + i, axes[i].Before, axes[i].After, padding);
            }
        }

        for (var i = 0; i < axes.Count; i++)
        {
            x = scope.Graph.Unfold(x, first + (2 * i), axes[i].Windows);
        }

        return x;
    }

    /// <summary>Says on the size of the kernel that it does not fit into what it looks at.</summary>
    public static void CheckExtents(LayerScope scope, IReadOnlyList<WindowAxis> axes, string id)
    {
        var isOneSize = scope.Ints("kernel").Count == 1;
        for (var i = 0; i < axes.Count; i++)
        {
            if (axes[i].Extent > axes[i].Padded)
            {
                throw scope.ElementError(
                    id, "kernel", isOneSize ? 0 : i, scope.Describe(), Text(axes.Select(axis => axis.Extent)), i + 1, scope.Inputs[0].Describe(), scope.Input.Shape, Text(axes.Select(axis => axis.Padded)));
            }
        }
    }

    private static IReadOnlyList<int> Strides(LayerScope scope, IReadOnlyList<int> kernel)
    {
        const string One = "Stride", Several = "Strides";
        if (!scope.Has(Several))
        {
            return scope.Int(One, 1) > 0 ? Each(scope, One, kernel.Count, 1, 1)
                : throw scope.Error(DiagnosticIds.StrideNotPositive, One, scope.Describe(One), scope.Int(One, 1), Text(kernel), scope.Inputs[0].Describe(), scope.Input.Shape);
        }

        var strides = scope.Ints(Several);
        for (var i = 0; i < strides.Count && strides.Count == kernel.Count; i++)
        {
            if (strides[i] <= 0)
            {
                var what = FormattableString.Invariant($"Number {i} of {scope.Describe(Several)}");
                throw scope.ElementError(DiagnosticIds.StrideNotPositive, Several, i, what, strides[i], Text(kernel), scope.Inputs[0].Describe(), scope.Input.Shape);
            }
        }

        return Each(scope, One, kernel.Count, 1, 1);
    }

    private static string Text<T>(IEnumerable<T> sizes)
        where T : IFormattable => $"[{string.Join(", ", sizes.Select(size => size.ToString(null, CultureInfo.InvariantCulture)))}]";

    private static IReadOnlyList<int> Kernel(LayerScope scope, int axes)
    {
        var sizes = scope.Ints("kernel");
        if (sizes.Count != 1 && sizes.Count != axes)
        {
            throw scope.Error(DiagnosticIds.ArgumentOutOfRange, "kernel", scope.Describe("kernel"), axes == 1 ? "one size" : $"one size or {axes}", $"{sizes.Count}");
        }

        CheckElements(scope, "kernel", sizes, 1);
        return sizes.Count == axes ? sizes : Enumerable.Repeat(sizes[0], axes).ToArray();
    }

    private static void CheckElements(LayerScope scope, string argument, IReadOnlyList<int> values, int least)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] < least)
            {
                var what = FormattableString.Invariant($"Number {i} of {scope.Describe(argument)}");
                throw least == 1
                    ? scope.ElementError(DiagnosticIds.NotPositive, argument, i, what, values[i])
                    : scope.ElementError(DiagnosticIds.ArgumentOutOfRange, argument, i, what, "not negative", values[i]);
            }
        }
    }
}
