using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Layers;

/// <summary>
/// Adds losses to a graph: each is Σᵢ scaleᵢ · lᵢ times its weight, where scaleᵢ = wᵢ / Σw comes in as a column, and the
/// total is their sum.
/// </summary>
internal sealed class LossLowering
{
    private readonly GraphBuilder _graph;
    private readonly ISet<string> _inputs;
    private readonly List<ColumnInfo> _targets = new();
    private readonly List<LossInfo> _losses = new();
    private readonly List<LayerScope> _scopes = new();
    private Value? _total;

    /// <param name="graph">The graph to add to.</param>
    /// <param name="inputs">The names of the inputs: the columns of a batch that no target may share.</param>
    public LossLowering(GraphBuilder graph, ISet<string> inputs)
    {
        _graph = graph;
        _inputs = inputs;
    }

    public IReadOnlyList<ColumnInfo> Targets => _targets;

    public IReadOnlyList<LossInfo> Losses => _losses;

    public void Lower(LossLayer loss, LayerScope scope)
    {
        var prediction = scope.Input;
        var weight = scope.Finite("Weight", 1);
        var target = loss.Target(scope, prediction.Shape);
        var place = TargetColumn(scope, target);
        var truth = _graph.Input(_targets[place].Name, InputRole.Target, target.Type);
        var perSample = _graph.Reshape(loss.PerSample(scope, prediction, truth), Shape.Scalar);

        var scale = _graph.Input(scope.Name, InputRole.SampleScale, TensorType.PerSample(Shape.Scalar));
        var scaled = _graph.Map(weight * (new Operand(0) * new Operand(1)), perSample, scale);
        var sum = _graph.Reduce(Reduction.Sum, scaled, Array.Empty<int>(), overSamples: true);
        _total = _total is null ? sum : _graph.Map(new Operand(0) + new Operand(1), _total, sum);
        _graph.Graph.AddResult(scope.Name, ResultRole.Prediction, prediction);
        _losses.Add(new LossInfo(scope.Name, loss.Kind, place, weight, prediction.Shape));
        _scopes.Add(scope);
    }

    /// <summary>The name of the column of a loss's sample weights.</summary>
    public static string WeightColumn(IReadOnlyList<LossInfo> losses, LossInfo loss) => losses.Count == 1 ? "sampleWeights" : loss.Name + "Weights";

    public void AddTotal()
    {
        CheckWeightColumns();
        if (_total is not null)
        {
            _graph.Graph.AddResult("loss", ResultRole.Loss, _total);
        }
    }

    // The columns of a batch are found by name.
    private void CheckWeightColumns()
    {
        foreach (var (loss, scope) in _losses.Zip(_scopes, (loss, scope) => (loss, scope)))
        {
            var name = WeightColumn(_losses, loss);
            if (_inputs.Contains(name) || _targets.Any(target => target.Name == name))
            {
                throw scope.Error(DiagnosticIds.DuplicateName, null, name);
            }
        }
    }

    private int TargetColumn(LayerScope scope, LossTarget target)
    {
        var name = scope.Text("Target") ?? (_losses.Count == 0 ? "target" : FormattableString.Invariant($"target{_losses.Count + 1}"));
        if (!LayerNames.IsName(name))
        {
            throw scope.Error(DiagnosticIds.NotAName, "Target", name, scope.Declaration.Kind);
        }

        if (_inputs.Contains(name))
        {
            throw scope.Error(DiagnosticIds.DuplicateName, "Target", name);
        }

        var column = new ColumnInfo(name, target.Shape, target.ClassCount);
        var place = _targets.FindIndex(other => other.Name == name);
        if (place < 0)
        {
            _targets.Add(column);
            return _targets.Count - 1;
        }

        return _targets[place].Equals(column)
            ? place
            : throw scope.Error(DiagnosticIds.TargetsDiffer, "Target", scope.Describe(), name, Describe(column), Describe(_targets[place]));
    }

    private static string Describe(ColumnInfo column) =>
        column.ClassCount > 0 ? $"a class index below {column.ClassCount}" : $"values {column.Shape}";
}
