using NetGen.Generator.Graph;

namespace NetGen.Generator.Emission;

/// <summary>The first index of the greatest element along an axis, which a kernel finds itself.</summary>
/// <param name="Index">The index.</param>
/// <param name="X">What is compared.</param>
/// <param name="Axis">Along which axis.</param>
internal sealed record FirstGreatest(Value Index, Value X, int Axis)
{
    /// <summary>What emitted code calls the index.</summary>
    public const string Name = "best";
}
