namespace NetGen.Generator.Layers;

/// <summary>The members of the runtime's <c>Init</c>, in order.</summary>
internal static class InitializerKinds
{
    public const string Default = "Default";
    public const string Zeros = "Zeros";
    public const string Constant = "Constant";

    private static readonly string[] Names =
    {
        Default, Zeros, Constant, "Normal", "Uniform", "XavierUniform", "XavierNormal", "HeUniform", "HeNormal",
    };

    /// <summary>The name of a member, or null where there is none of this value.</summary>
    public static string? Name(int value) => value >= 0 && value < Names.Length ? Names[value] : null;
}
