using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Numeric.Networks;

/// <summary>The networks on which emitted code is checked.</summary>
internal static class NetworkTable
{
    public static IReadOnlyDictionary<string, NetworkSource> All { get; } = ActivationNetworks.All()
        .Concat(DenseNetworks.All())
        .Concat(StructureNetworks.All())
        .Concat(LossNetworks.All())
        .Concat(DenseNetworks.Prepared())
        .Concat(DenseNetworks.Merged().Concat(DenseNetworks.Wide()))
        .Concat(ConvolutionNetworks.All().Concat(NormalizationNetworks.All()).Concat(ConvolutionNetworks.Edges()).Concat(NormalizationNetworks.OfBatches()).Concat(BlockNetworks.All()).Concat(ConvolutionNetworks.Wide()))
        .Concat(DenseNetworks.VerySmall())
        .Concat(StructureNetworks.SecondResults())
        .ToDictionary(network => network.Name);
}
