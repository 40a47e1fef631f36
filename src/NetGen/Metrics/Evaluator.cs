using System;
using System.Collections.Immutable;
using System.Threading;

namespace NetGen;

/// <summary>Evaluates one network any number of times with the same memory.</summary>
internal sealed class Evaluator
{
    private readonly ITrainableNetwork _network;
    private readonly NetworkDescription _description;
    private readonly Batch _batch;
    private readonly Batch _predictions;
    private readonly Workspace _workspace;
    private readonly BatchWeights _weights;
    private readonly int[] _rows;

    internal Evaluator(ITrainableNetwork network, int batchSize)
    {
        _network = network;
        _description = network.Description;
        _batch = new Batch(_description.BatchColumns);
        _predictions = new Batch(_description.Predictions);
        _workspace = network.CreateWorkspace();
        _weights = new BatchWeights(_description);
        _rows = new int[batchSize];
    }

    internal Evaluation Evaluate(IDataset data, CancellationToken cancellationToken)
    {
        var classifiers = CreateClassifiers();
        var loss = default(LossMean);
        var start = 0;
        while (start < data.Count && !cancellationToken.IsCancellationRequested)
        {
            var rows = _rows.AsSpan(0, Math.Min(_rows.Length, data.Count - start));
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = start + i;
            }

            data.Fill(rows, _batch);
            loss.Add(_network.Loss(_batch, _workspace, _predictions), rows.Length, _weights.Of(_batch));
            Classify(classifiers);
            start += rows.Length;
        }

        return new Evaluation(start, loss.Value, Describe(classifiers), Cancelled: start < data.Count);
    }

    private ImmutableArray<Classifier> CreateClassifiers()
    {
        var classifiers = ImmutableArray.CreateBuilder<Classifier>(_description.Losses.Length);
        for (var i = 0; i < _description.Losses.Length; i++)
        {
            var loss = _description.Losses[i];
            classifiers.Add(new Classifier(loss, _description.Predictions[i], _description.BatchColumns[loss.Target]));
        }

        return classifiers.MoveToImmutable();
    }

    private void Classify(ImmutableArray<Classifier> classifiers)
    {
        for (var i = 0; i < classifiers.Length; i++)
        {
            var target = _batch[_description.Losses[i].Target];
            var weights = _batch[BatchWeights.FirstColumn(_description) + i];
            classifiers[i].Add(_predictions[i], target, weights);
        }
    }

    private ImmutableArray<LossEvaluation> Describe(ImmutableArray<Classifier> classifiers)
    {
        var losses = ImmutableArray.CreateBuilder<LossEvaluation>(classifiers.Length);
        for (var i = 0; i < classifiers.Length; i++)
        {
            var loss = _description.Losses[i];
            losses.Add(new LossEvaluation(loss.Name, loss.Kind, classifiers[i].Accuracy, classifiers[i].Matrix));
        }

        return losses.MoveToImmutable();
    }
}
