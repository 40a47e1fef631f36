using System.Linq;
using NetGen.Generator.Layers;
using NetGen.Generator.Tests.Numeric.Networks;
using Xunit;

namespace NetGen.Generator.Tests.Numeric;

/// <summary>The table as a whole.</summary>
public sealed class CompilationTests
{
    [Fact]
    public void EveryKindOfLayerIsInTheTable()
    {
        var kinds = NetworkTable.All.Keys.SelectMany(name => CompiledNetworks.Get(name, Precision.Double).Model.Connections).Select(layer => layer.Kind);
        Assert.Equal(LayerCatalogue.Kinds.Keys.Order(), kinds.Distinct().Order());
    }

    [Fact]
    public void NeitherGeneratorNorCompilerHasAWarning() => Assert.Empty(CompiledNetworks.Diagnostics);

    /// <summary>The table has networks with values that nothing uses, and one without a backward pass.</summary>
    [Fact]
    public void TheAnalyzerWarnsOfWhatIsUselessOnPurpose() =>
        Assert.Equal(["NG0902", "NG0904"], CompiledNetworks.Analyze().Select(diagnostic => diagnostic.Id).Distinct().Order());
}
