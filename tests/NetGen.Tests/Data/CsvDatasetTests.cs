using System;
using System.IO;
using System.Linq;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class CsvDatasetTests
{
    private const string Flowers = "length,width,kind\n5.1,0.2,setosa\n7.0,1.4,virginica\n6.5,1.5,setosa\n6.0,2.5,alba\n";

    private static CsvTable Table(string text, CsvOptions? options = null) => CsvFile.Read(new StringReader(text), "t.csv", options);

    private static CsvDataset Classes(string text, CsvColumn target, CsvColumn[]? inputs = null, CsvOptions? options = null) =>
        CsvDataset.FromClasses(Table(text, options), target, inputs, options);

    private static double[] Inputs(CsvDataset csv) => Describe.Fill(
        csv.Data, [.. Enumerable.Range(0, csv.Data.Count)], Describe.Input("x", ElementType.Float64, csv.InputNames.Length))[0].AsSpan<double>().ToArray();

    private static int[] Targets(CsvDataset csv) =>
        Describe.Fill(csv.Data, [.. Enumerable.Range(0, csv.Data.Count)], Describe.Class("y", 100))[0].AsSpan<int>().ToArray();

    [Fact]
    public void All_other_columns_are_inputs_unless_chosen()
    {
        var csv = Classes(Flowers, "kind");

        Assert.Equal(["length", "width"], csv.InputNames.AsSpan());
        Assert.Equal([5.1, 0.2, 7.0, 1.4, 6.5, 1.5, 6.0, 2.5], Inputs(csv));
        Assert.Equal([1.4], Inputs(Classes(Flowers, ^1, ["width"]))[1..2]);
        Assert.Equal(["width", "length"], Classes(Flowers, 2, ["width", 0]).InputNames.AsSpan());
    }

    [Fact]
    public void Classes_are_sorted_or_in_order_of_appearance()
    {
        var sorted = Classes(Flowers, "kind");
        Assert.Equal(["alba", "setosa", "virginica"], sorted.Classes.AsSpan());
        Assert.Equal([1, 2, 1, 0], Targets(sorted));

        var appearing = Classes(Flowers, "kind", options: new CsvOptions { ClassOrder = ClassOrder.FirstAppearance });
        Assert.Equal(["setosa", "virginica", "alba"], appearing.Classes.AsSpan());
        Assert.Equal([0, 1, 0, 2], Targets(appearing));

        var numbers = Classes("x,y\n0,10\n0,9\n0,-1\n", "y");
        Assert.Equal(["-1", "9", "10"], numbers.Classes.AsSpan());
    }

    [Fact]
    public void A_second_file_is_read_with_the_classes_of_the_first()
    {
        var options = new CsvOptions { Classes = Classes(Flowers, "kind").Classes };

        Assert.Equal([2, 1], Targets(Classes("l,k\n1, virginica \n2,setosa\n", "k", options: options)));
        var error = Assert.Throws<InvalidDataException>(() => Classes("l,k\n1,setosa\n2,rosa\n", "k", options: options));
        Assert.Equal("t.csv, line 3, column 2 ('k'): expected one of the classes alba, setosa, virginica, found 'rosa'.", error.Message);
    }

    [Fact]
    public void Values_can_be_targets()
    {
        var table = Table("a,b,c\n1,2,3\n4,5,6\n");

        var one = CsvDataset.FromValues(table, ["c"]);
        Assert.Equal([6f, 3f], Describe.Fill(one.Data, [1, 0], Describe.Input("x", 2), Describe.Target("y", 1))["y"].AsSpan<float>());
        Assert.Empty(one.Classes);

        var two = CsvDataset.FromValues(table, ["c", "a"], ["b"]);
        Assert.Equal([6f, 4f, 3f, 1f], Describe.Fill(two.Data, [1, 0], Describe.Target("y", 2))["y"].AsSpan<float>());

        Assert.Equal(ColumnRole.Input, Assert.Single(CsvDataset.FromValues(table, []).Data.Columns).Role);
    }

    [Theory]
    [InlineData("1.5e-3", 0.0015)]
    [InlineData(" -2 ", -2)]
    [InlineData(".5", 0.5)]
    [InlineData("+7", 7)]
    public void Numbers_are_read_in_the_invariant_culture(string cell, double value) =>
        Assert.Equal([value], Inputs(Classes($"x,y\n{cell},a\n", "y")));

    [Theory]
    [InlineData("abc")]
    [InlineData("1 000")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    public void Other_texts_are_an_error_with_line_and_column(string cell)
    {
        var error = Assert.Throws<InvalidDataException>(() => Classes($"y,x\na,1\nb,{cell}\n", "y"));

        Assert.Equal($"t.csv, line 3, column 2 ('x'): expected a finite number, found '{cell}'.", error.Message);
    }

    [Fact]
    public void A_missing_cell_is_an_error_unless_told_otherwise()
    {
        const string Text = "x,z,y\n1,10,a\n,20,b\n3,?,a\n5,60,b\n";

        var error = Assert.Throws<InvalidDataException>(() => Classes(Text, "y"));
        Assert.Equal("t.csv, line 3, column 1 ('x'): expected a number, found an empty cell.", error.Message);

        var dropped = Classes(Text, "y", options: new CsvOptions { Missing = MissingCells.DropRow, MissingMarkers = ["?"] });
        Assert.Equal([1.0, 10, 5, 60], Inputs(dropped));
        Assert.Equal(2, dropped.DroppedRows);

        var filled = Classes(Text, "y", options: new CsvOptions { Missing = MissingCells.FillWithMean, MissingMarkers = ["?"] });
        Assert.Equal([1.0, 10, 3, 20, 3, 30, 5, 60], Inputs(filled));
        Assert.Equal(0, filled.DroppedRows);
    }

    [Fact]
    public void A_missing_target_is_never_made_up()
    {
        var fill = new CsvOptions { Missing = MissingCells.FillWithMean };

        var label = Assert.Throws<InvalidDataException>(() => Classes("x,y\n1,a\n2,\n", "y", options: fill));
        Assert.Equal("t.csv, line 3, column 2 ('y'): expected a class, found an empty cell.", label.Message);

        var value = Assert.Throws<InvalidDataException>(() => CsvDataset.FromValues(Table("x,y\n1,1\n2,\n"), ["y"], options: fill));
        Assert.Equal("t.csv, line 3, column 2 ('y'): expected a number, found an empty cell.", value.Message);
    }

    [Fact]
    public void Nothing_to_learn_from_is_an_error()
    {
        var fill = new CsvOptions { Missing = MissingCells.FillWithMean };
        var drop = new CsvOptions { Missing = MissingCells.DropRow };

        Assert.Equal(
            "t.csv, line 2, column 1 ('x'): expected a number somewhere in the column, found empty cells alone.",
            Assert.Throws<InvalidDataException>(() => Classes("x,y\n,a\n,b\n", "y", options: fill)).Message);
        Assert.Equal(
            "t.csv: expected rows of data, found empty cells in every row.",
            Assert.Throws<InvalidDataException>(() => Classes("x,y\n,a\n,b\n", "y", options: drop)).Message);
        Assert.Equal(
            "t.csv: expected rows of data, found none.",
            Assert.Throws<InvalidDataException>(() => Classes("x,y\n", "y")).Message);
        Assert.Throws<ArgumentException>(() => Classes("y\na\n", "y"));
    }

    [Fact]
    public void Without_a_header_columns_go_by_place()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("iris.csv", "5.1,0.2,setosa\n7.0,1.4,virginica\n\n");

        var csv = CsvDataset.LoadClasses(path, target: ^1, options: new CsvOptions { HasHeader = false });

        Assert.Equal([5.1, 0.2, 7.0, 1.4], Inputs(csv));
        Assert.Equal(["column0", "column1"], csv.InputNames.AsSpan());
        Assert.Equal([0.2, 1.4], Inputs(CsvDataset.LoadValues(path, [0], [1], new CsvOptions { HasHeader = false })));
    }
}
