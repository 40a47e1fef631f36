using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;

namespace NetGen.Samples.Images.Pictures;

/// <summary>Draws tiles side by side as an SVG file. Pixels of one colour that lie side by side are one run of a path.</summary>
internal static class SvgSheet
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const int TileSize = 96;
    private const int Gap = 12;
    private const int TextHeight = 16;

    /// <summary>Draws a sheet.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="tiles">The tiles, in order.</param>
    /// <param name="columns">How many stand side by side.</param>
    public static void Write(Stream output, string title, IReadOnlyList<Tile> tiles, int columns)
    {
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true });
        var rows = (tiles.Count + columns - 1) / columns;
        var (width, height) = (Gap + (columns * (TileSize + Gap)), Gap + TextHeight + (rows * (TileSize + TextHeight + Gap)));
        writer.WriteStartElement("svg", Namespace);
        Attributes(writer, ("width", width), ("height", height), ("viewBox", $"0 0 {width} {height}"), ("font-family", "sans-serif"), ("font-size", 11));
        Element(writer, "rect", ("width", "100%"), ("height", "100%"), ("fill", "white"));
        Text(writer, title, Gap, TextHeight);
        for (var i = 0; i < tiles.Count; i++)
        {
            Draw(writer, tiles[i], Gap + (i % columns * (TileSize + Gap)), Gap + TextHeight + (i / columns * (TileSize + TextHeight + Gap)));
        }

        writer.WriteEndElement();
    }

    private static void Draw(XmlWriter writer, Tile tile, int left, int top)
    {
        var scale = (double)TileSize / Math.Max(tile.Width, tile.Height);
        writer.WriteStartElement("g", Namespace);
        Attributes(writer, ("transform", string.Create(CultureInfo.InvariantCulture, $"translate({left} {top}) scale({scale:R})")), ("shape-rendering", "crispEdges"));
        foreach (var (colour, path) in Paths(tile))
        {
            Element(writer, "path", ("fill", colour), ("d", path));
        }

        writer.WriteEndElement();
        Text(writer, tile.Name, left, top + TileSize + TextHeight - 4);
    }

    private static IEnumerable<(string Colour, string Path)> Paths(Tile tile)
    {
        var paths = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        for (var row = 0; row < tile.Height; row++)
        {
            for (var start = 0; start < tile.Width;)
            {
                var colour = tile.Colour(row, start);
                var end = start + 1;
                while (end < tile.Width && tile.Colour(row, end) == colour)
                {
                    end++;
                }

                if (!paths.TryGetValue(colour, out var path))
                {
                    paths.Add(colour, path = new StringBuilder());
                }

                path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{end - start}v1H{start}z");
                start = end;
            }
        }

        return paths.Select(pair => (pair.Key, pair.Value.ToString()));
    }

    private static void Text(XmlWriter writer, string text, int x, int y)
    {
        writer.WriteStartElement("text", Namespace);
        Attributes(writer, ("x", x), ("y", y));
        writer.WriteString(text);
        writer.WriteEndElement();
    }

    private static void Element(XmlWriter writer, string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        writer.WriteStartElement(name, Namespace);
        Attributes(writer, attributes);
        writer.WriteEndElement();
    }

    private static void Attributes(XmlWriter writer, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            writer.WriteAttributeString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }
}
