using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using NetGen.Samples.Digits.Reports;
using Spectre.Console;
using Xunit;

namespace NetGen.Tests.Samples;

public sealed class RichReporterTests
{
    private static string[] Show(Action<RichDigitsReporter> show)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 120;
        console.Profile.Capabilities.Unicode = true;
        show(new RichDigitsReporter(console));
        return writer.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
    }

    [Fact]
    public void The_layers_are_a_table_with_totals()
    {
        var description = new NetworkDescription
        {
            Name = "Mlp",
            ElementType = ElementType.Float32,
            Layers = [new LayerDescription("dense1", "Dense", ["input"], [2, 5], 1055, 1050), new LayerDescription("relu1", "ReLU", ["dense1"], [5], 0, 0)],
            Inputs = [],
            Outputs = [],
            Segments = ImmutableArray<ParameterSegment>.Empty,
            ParameterCount = 1055,
            MultiplyAdds = 1050,
        };

        var lines = Show(reporter => reporter.ShowNetwork("m[l]p", description));

        Assert.Contains(lines, line => line.Trim() == "m[l]p");
        Assert.Contains("│ dense1 │ Dense │ 2 × 5  │      1,055 │         1,050 │", lines);
        Assert.Contains("│ total  │       │        │      1,055 │         1,050 │", lines);
    }

    [Fact]
    public void The_confusion_is_a_table()
    {
        var matrix = new ConfusionMatrix(3);
        for (var i = 0; i < 7; i++)
        {
            matrix.Add(0, 0);
        }

        matrix.Add(0, 2);
        matrix.Add(2, 1);

        var lines = Show(reporter => reporter.ShowConfusion(matrix));

        Assert.Contains("│ 0 │ 7 │ · │ 1 │ 87.5% │", lines);
        Assert.Contains("│ 1 │ · │ · │ · │       │", lines);
        Assert.Contains("│ 2 │ · │ 1 │ · │  0.0% │", lines);
    }

    [Fact]
    public void Misread_images_are_drawn_side_by_side()
    {
        var image = new GreyImage(28, new float[28 * 28]);

        var lines = Show(reporter => reporter.ShowMisread([new Misread(1, 3, 5, image), new Misread(2, 4, 9, image)]));

        Assert.Contains("a 3 read as 5", lines[0], StringComparison.Ordinal);
        Assert.Contains("a 4 read as 9", lines[0], StringComparison.Ordinal);
        Assert.Equal(16, lines.Length);
        Assert.All(lines[1..^1], line => Assert.Contains(new string('▀', 28), line, StringComparison.Ordinal));
        Assert.Equal([string.Empty], Show(reporter => reporter.ShowMisread([])));
    }

    [Fact]
    public void Each_half_block_carries_two_pixels()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.TrueColor, Out = new AnsiConsoleOutput(writer) });

        console.Write(GreyPicture.Draw(new GreyImage(1, [1, 0.5f, 0.25f])));

        Assert.Equal(
            "\u001b[38;2;255;255;255;48;2;127;127;127m▀\u001b[0m\n\u001b[38;2;63;63;63;48;2;0;0;0m▀\u001b[0m",
            writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    [Fact]
    public void The_last_line_is_plain_in_every_culture()
    {
        var lines = Show(reporter => reporter.ShowAccuracy(0.98124, TimeSpan.FromSeconds(7.44)));

        Assert.Equal(["test accuracy 0.9812 in 7.4 s"], lines);
    }
}
