using NetGen.Generator.Graph;

namespace NetGen.Testing.Reference;

/// <summary>Where the interpreter takes random numbers from.</summary>
internal interface IRandomNumbers
{
    /// <summary>The numbers of one operation, sample by sample.</summary>
    double[] Draw(RandomOperation operation, int samples, int elementsPerSample);
}
