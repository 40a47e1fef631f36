using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Samples.Digits.Reports;

namespace NetGen.Samples.Digits.Run;

/// <summary>Finds the first test images that a network takes for something else.</summary>
internal static class MisreadFinder
{
    private const int BatchSize = 256;

    public static IReadOnlyList<Misread> Find(ITrainableNetwork network, IDataset data, int most)
    {
        var batch = new Batch(network.Description.BatchColumns);
        var outputs = new Batch(network.Description.Outputs);
        var found = new List<Misread>();
        for (var start = 0; start < data.Count && found.Count < most; start += BatchSize)
        {
            int[] rows = [.. Enumerable.Range(start, Math.Min(BatchSize, data.Count - start))];
            data.Fill(rows, batch);
            network.Predict(batch, outputs);
            found.AddRange(Compare(batch, outputs, start));
        }

        return [.. found.Take(most)];
    }

    private static IEnumerable<Misread> Compare(Batch batch, Batch outputs, int start)
    {
        var input = batch.Columns.First(column => column.Description.Role == ColumnRole.Input);
        var target = batch.Columns.First(column => column.Description.Role == ColumnRole.Target);
        for (var sample = 0; sample < batch.Count; sample++)
        {
            var truth = target.AsSpan<int>()[sample];
            var prediction = IndexOfLargest(Sample(outputs[0], sample));
            if (prediction != truth)
            {
                var image = new GreyImage(input.Description.Shape[^1], Sample(input, sample).ToArray());
                yield return new Misread(start + sample, truth, prediction, image);
            }
        }
    }

    private static Span<float> Sample(BatchColumn column, int sample) =>
        column.AsSpan<float>().Slice(sample * column.Description.Size, column.Description.Size);

    private static int IndexOfLargest(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
