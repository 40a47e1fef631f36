using System.Linq;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>A tile of a contraction, some rows by some vectors of lanes, and the names of what belongs to it.</summary>
internal sealed class ContractionTile
{
    /// <param name="row">The index of its first row.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="vectors">How many vectors of lanes it has at most.</param>
    /// <param name="scope">The names of the kernel.</param>
    /// <param name="chains">Of a single row: in how many sums that do not wait for each other its sum is taken.</param>
    public ContractionTile(string row, int rows, int vectors, NameScope scope, int chains = 1)
    {
        (Row, Rows, Vectors, Chains) = (row, rows, vectors, chains);
        Names = scope.Block();
        foreach (var sum in Enumerable.Range(0, rows * vectors).Select(i => Sum(i / vectors, i % vectors)))
        {
            Names.Unique(sum);
        }

        foreach (var sum in Enumerable.Range(0, chains * vectors).Select(i => Partial(i / vectors, i % vectors)).Distinct())
        {
            Names.TryTake(sum);
        }
    }

    /// <summary>The index of the first row.</summary>
    public string Row { get; }

    public int Rows { get; }

    public int Vectors { get; }

    public int Chains { get; }

    /// <summary>The names of the block in which the tile is computed.</summary>
    public NameScope Names { get; }

    /// <summary>The name of an accumulator.</summary>
    public string Sum(int row, int vector) => Name("sum", row, vector);

    /// <summary>The name of one of the sums of a single row; the first takes the whole in the end.</summary>
    public string Partial(int chain, int vector) => chain == 0 ? Sum(0, vector) : Letter("part" + Literals.Integer(chain), vector);

    /// <summary>The name of what belongs to a row and a vector.</summary>
    public string Name(string what, int row, int vector) => Letter(Name(what, row), vector);

    /// <summary>The name of what belongs to a row.</summary>
    public string Name(string what, int row) => Rows == 1 ? what : what + Literals.Integer(row);

    /// <summary>The name of what belongs to a vector of lanes: A, B, C, D.</summary>
    public static string Letter(string name, int vector) => name + (char)('A' + vector);
}
