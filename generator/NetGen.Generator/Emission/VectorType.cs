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

    /// <summary>A number of the element type.</summary>
    public string Literal(double value) => this == Float ? Literals.Float(value) : Literals.Double(value);

    /// <summary>A vector whose lanes all hold <paramref name="value"/>.</summary>
    public string Broadcast(double value) =>
        value == 1 ? $"{Name}.One"
        : value == 0 && 1 / value > 0 ? $"{Name}.Zero"
        : $"new {Name}({Literal(value)})";
}
