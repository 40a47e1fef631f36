using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>The elements of a window that lie on its axis, where it may reach beyond: from where to where a sum over them goes.</summary>
/// <param name="Element">The label of the axis that counts the elements.</param>
/// <param name="Window">The loop variable that counts the windows.</param>
/// <param name="Clipped">The windows.</param>
internal sealed record WindowBounds(char Element, string Window, ClippedWindows Clipped)
{
    /// <summary>The name of the first element.</summary>
    public string First => Element + "First";

    /// <summary>The name of the element behind the last.</summary>
    public string End => Element + "End";

    /// <summary>Declares both. Element j of window i lies at start + i·stride ± j.</summary>
    public void Declare(SourceWriter writer)
    {
        var (windows, length) = (Clipped.Windows, Clipped.Length);
        var (walked, size) = (Addresses.Times(Window, windows.Stride), Literals.Integer(windows.Size));
        if (windows.Dilation > 0)
        {
            writer.Line($"var {First} = Math.Max(0, {Less(-windows.Start, walked)});");
            writer.Line($"var {End} = Math.Min({size}, {Less(length - windows.Start, walked)});");
        }
        else
        {
            writer.Line($"var {First} = Math.Max(0, {More(walked, windows.Start - length + 1)});");
            writer.Line($"var {End} = Math.Min({size}, {More(walked, windows.Start + 1)});");
        }
    }

    private static string Less(long from, string walked) => $"{Literals.Integer(from)} - {Addresses.Primary(walked)}";

    private static string More(string walked, long offset) =>
        offset == 0 ? walked : offset < 0 ? $"{Addresses.Primary(walked)} - {Literals.Integer(-offset)}" : $"{Addresses.Primary(walked)} + {Literals.Integer(offset)}";
}
