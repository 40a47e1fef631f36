using System.Linq;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>A tile of a contraction, some rows by one or two vectors of lanes, and the names of what belongs to it.</summary>
internal sealed class ContractionTile
{
    /// <param name="row">The index of its first row.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="vectors">How many vectors of lanes it has.</param>
    /// <param name="scope">The names of the kernel.</param>
    public ContractionTile(string row, int rows, int vectors, NameScope scope)
    {
        (Row, Rows, Vectors) = (row, rows, vectors);
        Names = scope.Block();
        foreach (var sum in Enumerable.Range(0, rows * vectors).Select(i => Sum(i / vectors, i % vectors)))
        {
            Names.Unique(sum);
        }
    }

    /// <summary>The index of the first row.</summary>
    public string Row { get; }

    public int Rows { get; }

    public int Vectors { get; }

    /// <summary>The names of the block in which the tile is computed.</summary>
    public NameScope Names { get; }

    /// <summary>The name of an accumulator.</summary>
    public string Sum(int row, int vector) => Name("sum", row, vector);

    /// <summary>The name of what belongs to a row and a vector.</summary>
    public string Name(string what, int row, int vector) => Vectors == 1 ? Name(what, row) : Letter(Name(what, row), vector);

    /// <summary>The name of what belongs to a row.</summary>
    public string Name(string what, int row) => Rows == 1 ? what : what + Literals.Integer(row);

    /// <summary>The name of what belongs to a vector of lanes: the first is A, the second B.</summary>
    public static string Letter(string name, int vector) => name + (vector == 0 ? "A" : "B");
}
