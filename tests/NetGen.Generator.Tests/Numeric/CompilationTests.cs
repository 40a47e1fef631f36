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
    public void NobodyHasAWordToSay()
    {
        Assert.Empty(CompiledNetworks.Run.Generator);
        Assert.Empty(CompiledNetworks.Run.Analyzer);
        Assert.Empty(CompiledNetworks.Run.Compiler);
    }
}
