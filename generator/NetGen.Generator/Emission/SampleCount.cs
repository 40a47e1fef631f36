using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission;

/// <summary>What emitted code calls the number of steps along the sample axis.</summary>
internal static class SampleCount
{
    public const string OfSamples = "samples";
    public const string OfGroups = "groups";

    public static string Of(TensorType type) => type.Grouped ? OfGroups : OfSamples;

    /// <summary>Along that of a contraction's operands.</summary>
    public static string OfOperands(Value contraction) => Of(contraction.Operands[contraction.Operands[0].Batched ? 0 : 1].Type);
}
