using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class CsvFileTests
{
    private static CsvTable Read(string text, CsvOptions? options = null) => CsvFile.Read(new StringReader(text), "t.csv", options);

    private static string[][] Cells(CsvTable table) => [.. table.Rows.Select(row => row.Cells.ToArray())];

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("\"a\",\"b\"\n\"1\",2\n3,\"4\"")]
    [InlineData("\na,b\n\n1,2\r\n\r\n3,4\n\n\n")]
    public void Lines_and_quotes_of_every_kind_hold_the_same(string text)
    {
        var table = Read(text);

        Assert.Equal(["a", "b"], table.Header.AsSpan());
        Assert.Equal([["1", "2"], ["3", "4"]], Cells(table));
    }

    [Fact]
    public void Quoted_cells_hold_anything()
    {
        var table = Read("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",\"\"\n5,6\n");

        Assert.Equal([["x, y", "say \"hi\""], ["two\r\nlines", ""], ["5", "6"]], Cells(table));
        Assert.Equal([2, 3, 5], table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void Spaces_and_empty_cells_are_kept()
    {
        Assert.Equal([[" 1 ", "", "\t"], ["", "", ""]], Cells(Read("a,b,c\n 1 ,,\t\n,,\n")));
    }

    [Fact]
    public void The_separator_can_be_chosen()
    {
        Assert.Equal([["1,5", "2"]], Cells(Read("a;b\n1,5;2", new CsvOptions { Separator = ';' })));
        Assert.Equal([["1", "2"]], Cells(Read("a\tb\n1\t2", new CsvOptions { Separator = '\t' })));
        Assert.Throws<ArgumentException>(() => Read("a", new CsvOptions { Separator = '"' }));
        Assert.Throws<ArgumentException>(() => Read("a", new CsvOptions { Separator = '\n' }));
    }

    [Fact]
    public void A_file_may_have_no_header()
    {
        var table = Read("1,2\n3,4", new CsvOptions { HasHeader = false });

        Assert.Empty(table.Header);
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal(0, Read(string.Empty, new CsvOptions { HasHeader = false }).ColumnCount);
    }

    [Fact]
    public void Columns_without_a_name_are_no_error()
    {
        var table = Read("a,,A,\n1,2,3,4");

        Assert.Equal(["a", "", "A", ""], table.Header.AsSpan());
        Assert.Equal(4, Read("a,a,a,a\n1,2,3,4", new CsvOptions { HasHeader = false }).ColumnCount);
    }

    [Fact]
    public void In_a_single_column_a_blank_line_is_an_empty_cell() =>
        Assert.Equal([["1"], [""], ["2"]], Cells(Read("a\n1\n\n2\n")));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_name()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("bom.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("größe,b\n1,2\n")]);

        Assert.Equal(["größe", "b"], CsvFile.Read(path).Header.AsSpan());
    }

    [Theory]
    [InlineData("a,b\n1,2\n3", "t.csv, line 3: expected 2 cells as in line 1, found 1.")]
    [InlineData("a,b\n1,2,3\n", "t.csv, line 2: expected 2 cells as in line 1, found 3.")]
    [InlineData("a,b\n\"x\ny\",2\n1\n", "t.csv, line 4: expected 2 cells as in line 1, found 1.")]
    [InlineData("a,b\n1,\"2\n3,4\n", "t.csv, line 2, column 2: expected a closing quote, found the end of the file.")]
    [InlineData("a,b\n1\"2,3\n", "t.csv, line 2, column 1: found a quote inside a cell that does not begin with one.")]
    [InlineData("a,b\n1,\"2\"3\n", "t.csv, line 2, column 2: expected a separator or a line end after the closing quote, found '3'.")]
    [InlineData("\na,b,\"b\"\n1,2,3\n", "t.csv, line 2, column 3 ('b'): expected a name of its own, found that of column 2.")]
    [InlineData("", "t.csv: expected a header with the names of the columns, found an empty file.")]
    [InlineData("\n\n", "t.csv: expected a header with the names of the columns, found an empty file.")]
    public void A_wrong_file_is_an_error_with_line_and_column(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("bad.csv", [(byte)'a', 0xFF, 0xFE, (byte)'\n']);

        var error = Assert.Throws<InvalidDataException>(() => CsvFile.Read(path));

        Assert.StartsWith($"{path}: expected UTF-8 text, found other bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<FileNotFoundException>(() => CsvFile.Read(folder.File("none.csv")));
    }

    [Fact]
    public void Columns_are_found_by_name_and_by_place()
    {
        var table = new CsvTable("t.csv", ["a", "b", "b"], [new CsvRow(2, ["1", "2", "3"])]);

        Assert.Equal(0, table.Find("a"));
        Assert.Equal(2, table.Find(2));
        Assert.Equal(2, table.Find(^1));
        Assert.Equal("t.csv: expected one column 'c', found 0; the header has: a, b, b.", Error("c"));
        Assert.Equal("t.csv: expected one column 'b', found 2; the header has: a, b, b.", Error("b"));
        Assert.Equal("t.csv: there is no column 3; the file has 3 columns, from 0 to 2.", Error(3));
        Assert.Equal("t.csv: there is no column ^4; the file has 3 columns, from 0 to 2.", Error(^4));

        string Error(CsvColumn column) => Assert.Throws<ArgumentException>(() => table.Find(column)).Message;
    }
}
