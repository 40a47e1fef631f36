using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using NetGen.Testing.Numbers;

namespace NetGen.RandomNetworks.Checks;

/// <summary>A prediction of more samples than one chunk takes gives the very bits that predictions of its parts give.</summary>
internal static class ChunkCheck
{
    /// <summary>How many multiplications a check may cost; it takes each sample twice.</summary>
    private const long MostMultiplyAdds = 4_000_000;

    public static void Run(BuiltNetwork network, int seed)
    {
        var chunk = (int)network.Type.GetField("PredictionChunk", BindingFlags.Static | BindingFlags.NonPublic)!.GetRawConstantValue()!;
        var samples = chunk + 3;
        if (2 * samples * network.Model.Layers.Sum(layer => layer.MultiplyAdds) > MostMultiplyAdds)
        {
            return;
        }

        var columns = new TestNumbers(network.Model, samples, seed, weighted: false).Columns;
        var instance = network.Create();
        var whole = Predict(instance, columns, 0, samples);
        var (first, second) = (Predict(instance, columns, 0, samples / 2), Predict(instance, columns, samples / 2, samples - (samples / 2)));
        foreach (var (name, numbers) in whole)
        {
            BitCheck.Compare("chunks", $"two predictions instead of one of {samples} samples", $"Predict {name}", numbers, [.. first[name], .. second[name]]);
        }
    }

    private static Dictionary<string, double[]> Predict(INetwork network, Dictionary<string, double[]> columns, int start, int count)
    {
        var (inputs, outputs) = (new Batch(network.Description.Inputs), new Batch(network.Description.Outputs));
        inputs.Resize(count);
        foreach (var column in inputs.Columns)
        {
            Columns.Write(column, columns[column.Description.Name].AsSpan(start * column.Description.Size, count * column.Description.Size));
        }

        network.Predict(inputs, outputs);
        return outputs.Columns.ToDictionary(column => column.Description.Name, Columns.Read);
    }
}
