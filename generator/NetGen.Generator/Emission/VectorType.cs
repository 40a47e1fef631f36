namespace NetGen.Generator.Emission;

/// <summary>
/// The vectors of one element type as emitted code names them. This is the one place for these names: emitted files
/// begin with <c>using global::System.Numerics; using global::System.Runtime.CompilerServices; using global::NetGen.Numerics;</c>.
/// </summary>
internal sealed record VectorType
{
    public static readonly VectorType Float = new("float");
    public static readonly VectorType Double = new("double");

    private VectorType(string keyword) => Keyword = keyword;

    /// <summary>The element type.</summary>
    public string Keyword { get; }

    /// <summary>The vector type.</summary>
    public string Name => $"Vector<{Keyword}>";

    /// <summary>The number of lanes on machines with the narrowest vectors, 128 bits.</summary>
    public int FewestLanes => this == Float ? 4 : 2;

    /// <summary>The number of lanes on machines with the widest vectors, 512 bits.</summary>
    public int MostLanes => 4 * FewestLanes;

    /// <summary>The number of lanes as emitted code names it, a constant to the just-in-time compiler.</summary>
    public string Count => Name + ".Count";

    /// <summary>A number of the element type.</summary>
    public string Literal(double value) => this == Float ? Literals.Float(value) : Literals.Double(value);

    /// <summary>A vector whose lanes all hold <paramref name="value"/>.</summary>
    public string Broadcast(double value) =>
        value == 1 ? $"{Name}.One"
        : value == 0 && 1 / value > 0 ? $"{Name}.Zero"
        : $"new {Name}({Literal(value)})";
}
