using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace NetGen.Tests.Training;

/// <summary>What PyTorch computed: the file that make_optimizer_reference.py writes.</summary>
internal static class OptimizerReference
{
    private static readonly JsonElement Root = Load();

    internal static IReadOnlyDictionary<string, double[]> Initial { get; } = Tensors(Root.GetProperty("initial"));

    internal static IReadOnlyList<IReadOnlyDictionary<string, double[]>> Gradients { get; } =
        [.. Root.GetProperty("gradients").EnumerateArray().Select(Tensors)];

    internal static IReadOnlyList<string> OptimizerNames { get; } =
        [.. Root.GetProperty("optimizers").EnumerateObject().Select(property => property.Name)];

    internal static IReadOnlyList<string> ScheduleNames { get; } =
        [.. Root.GetProperty("schedules").EnumerateObject().Select(property => property.Name)];

    internal static IReadOnlyList<IReadOnlyDictionary<string, double[]>> Trajectory(string name) =>
        [.. Root.GetProperty("optimizers").GetProperty(name).EnumerateArray().Select(Tensors)];

    internal static double[] Rates(string name) => Numbers(Root.GetProperty("schedules").GetProperty(name));

    internal static (double? Norm, IReadOnlyDictionary<string, double[]> Gradients) Clipped(string name)
    {
        var entry = Root.GetProperty("clipping").GetProperty(name);
        var norm = entry.GetProperty("norm");
        return (norm.ValueKind == JsonValueKind.Null ? null : norm.GetDouble(), Tensors(entry.GetProperty("gradients")));
    }

    private static Dictionary<string, double[]> Tensors(JsonElement element) =>
        element.EnumerateObject().ToDictionary(property => property.Name, property => Numbers(property.Value));

    private static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(value => value.GetDouble())];

    private static JsonElement Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Training", "optimizer_reference.json");
        return JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
    }
}
