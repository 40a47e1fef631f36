using System;
using Spectre.Console;

namespace NetGen.Samples.Digits.Reports;

/// <summary>Draws an image with upper half blocks: each character is two pixels, one above the other.</summary>
internal static class GreyPicture
{
    public static Paragraph Draw(GreyImage image)
    {
        var picture = new Paragraph();
        for (var row = 0; row < image.Height; row += 2)
        {
            for (var column = 0; column < image.Width; column++)
            {
                picture.Append("▀", new Style(Grey(image[row, column]), Grey(image[row + 1, column])));
            }

            if (row + 2 < image.Height)
            {
                picture.Append("\n");
            }
        }

        return picture;
    }

    private static Color Grey(float value)
    {
        var level = (byte)(Math.Clamp(value, 0, 1) * 255);
        return new Color(level, level, level);
    }
}
