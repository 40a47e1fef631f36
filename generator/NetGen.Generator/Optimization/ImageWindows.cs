using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>3×3 windows one step apart of rows and columns, in whichever order they were taken.</summary>
/// <param name="Image">What they look at: rows, columns and channels.</param>
/// <param name="Rows">The windows along its rows.</param>
/// <param name="Columns">The windows along its columns.</param>
internal sealed record ImageWindows(Value Image, Windows Rows, Windows Columns)
{
    /// <summary>The first row that a window has.</summary>
    public int Row => (int)Rows.Lowest;

    /// <summary>The first column that a window has.</summary>
    public int Column => (int)Columns.Lowest;

    /// <summary>The windows that a value is a view of; null where it is another.</summary>
    public static ImageWindows? Of(Value view)
    {
        if (view.Operation is not UnfoldOperation { Clips: false } outer || view.Operands[0].Operation is not UnfoldOperation { Clips: false } inner)
        {
            return null;
        }

        var image = view.Operands[0].Operands[0];
        if (!IsImage(image) || !AreThree(outer.Windows) || !AreThree(inner.Windows))
        {
            return null;
        }

        return (inner.Axis, outer.Axis) switch
        {
            (0, 2) => new ImageWindows(image, inner.Windows, outer.Windows),
            (1, 0) => new ImageWindows(image, outer.Windows, inner.Windows),
            _ => null,
        };
    }

    /// <summary>Whether a value has rows, columns and channels that lie in memory as they are.</summary>
    public static bool IsImage(Value value) => value is { Shape.Rank: 3, Type: { Grouped: false, Element: ElementKind.Float } } && !Aliases.IsView(value);

    /// <summary>The weight that is multiplied with the windows, or whose gradient is.</summary>
    public WinogradWeightOperation Weight(int rows, int columns, int channels, int filters) => new(rows, columns, channels, filters, Rows.Dilation < 0, Columns.Dilation < 0);

    private static bool AreThree(Windows windows) =>
        windows is { Size: WinogradOperation.WindowSize, Stride: 1, Dilation: 1 or -1 };
}
