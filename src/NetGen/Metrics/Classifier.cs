using System;
using System.Numerics;

namespace NetGen;

/// <summary>Counts right and wrong classifications of one loss.</summary>
internal sealed class Classifier
{
    private const int MostClasses = 1024;

    private readonly Rule _rule;
    private readonly int _classes;
    private readonly ConfusionMatrix? _matrix;
    private long _total;
    private long _correct;

    internal Classifier(LossDescription loss, ColumnDescription prediction, ColumnDescription target)
    {
        _rule = RuleOf(loss, target);
        _classes = _rule switch
        {
            Rule.Binary => 2,
            Rule.ClassIndex => target.ClassCount,
            Rule.Distribution => prediction.Shape.IsEmpty ? 1 : prediction.Shape[^1],
            _ => 0,
        };
        _matrix = _classes is > 0 and <= MostClasses ? new ConfusionMatrix(_classes) : null;
    }

    private enum Rule
    {
        None,
        ClassIndex,
        Distribution,
        Binary,
    }

    /// <summary>The share of right ones, NaN where the loss does not classify or nothing was counted.</summary>
    internal double Accuracy => (double)_correct / _total;

    /// <summary>The counts, or null where the loss does not classify or has too many classes.</summary>
    internal ConfusionMatrix? Matrix => _matrix;

    /// <summary>Counts the samples of a batch.</summary>
    internal void Add(BatchColumn prediction, BatchColumn target, BatchColumn weights)
    {
        if (_rule == Rule.None)
        {
            return;
        }

        if (prediction.Description.ElementType == ElementType.Float64)
        {
            Add<double>(prediction, target, weights);
        }
        else
        {
            Add<float>(prediction, target, weights);
        }
    }

    private static Rule RuleOf(LossDescription loss, ColumnDescription target) => loss.Kind switch
    {
        "BinaryCrossEntropy" => Rule.Binary,
        _ when target is { ElementType: ElementType.Int32, ClassCount: > 0 } => Rule.ClassIndex,
        "SoftmaxCrossEntropy" or "SparsemaxLoss" => Rule.Distribution,
        _ => Rule.None,
    };

    private static int IndexOfLargest<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    private void Add<T>(BatchColumn prediction, BatchColumn target, BatchColumn weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var predictions = prediction.AsSpan<T>();
        var sampleWeights = weights.AsOptionalSpan<T>();
        var (width, targetWidth) = (prediction.Description.Size, target.Description.Size);
        for (var sample = 0; sample < prediction.Count; sample++)
        {
            if (!sampleWeights.IsEmpty && sampleWeights[sample] == T.Zero)
            {
                continue;
            }

            var values = predictions.Slice(sample * width, width);
            switch (_rule)
            {
                case Rule.ClassIndex:
                    AddIndices<T>(values, target.AsSpan<int>().Slice(sample * targetWidth, targetWidth));
                    break;
                case Rule.Distribution:
                    AddDistributions<T>(values, target.AsSpan<T>().Slice(sample * targetWidth, targetWidth));
                    break;
                default:
                    AddBinary<T>(values, target.AsSpan<T>().Slice(sample * targetWidth, targetWidth));
                    break;
            }
        }
    }

    private void AddIndices<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<int> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < targets.Length; i++)
        {
            Count(targets[i], IndexOfLargest(predictions.Slice(i * _classes, _classes)));
        }
    }

    private void AddDistributions<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var start = 0; start < targets.Length; start += _classes)
        {
            Count(IndexOfLargest(targets.Slice(start, _classes)), IndexOfLargest(predictions.Slice(start, _classes)));
        }
    }

    private void AddBinary<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var half = T.CreateTruncating(0.5);
        for (var i = 0; i < targets.Length; i++)
        {
            Count(targets[i] > half ? 1 : 0, predictions[i] > T.Zero ? 1 : 0);
        }
    }

    private void Count(int truth, int prediction)
    {
        _matrix?.Add(truth, prediction);
        _total++;
        _correct += truth == prediction ? 1 : 0;
    }
}
