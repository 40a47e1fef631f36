using System.Linq;
using NetGen.Generator.Layers;
using Xunit;

namespace NetGen.Generator.Tests.Layers;

public sealed class SampleNetworkTests
{
    [Fact]
    public void EveryKindOfLayerIsAmongThem()
    {
        var kinds = SampleNetworks.All.Values.SelectMany(layers => layers).Select(layer => layer.Kind).ToHashSet();
        Assert.Equal(LayerCatalogue.Kinds.Keys.Order(), kinds.Order());
    }

    [Fact]
    public void EveryLayerAttributeHasALayer()
    {
        var attributes = typeof(LayerAttribute).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
            .Select(type => type.Name.Split('`')[0][..^"Attribute".Length]);
        Assert.Equal(attributes.Order(), LayerCatalogue.Kinds.Keys.Order());
    }
}
