using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Graph;

/// <summary>
/// The text form of graphs, exact and culture-invariant, so that <c>Print(Parse(text))</c> is the text again. One value a
/// line, in order:
/// <code>
/// %0 = input data "input" : float[*, 784] "input"
/// %1 = parameter "dense1.weight" : float[512, 784] "dense1.weight"
/// %2 = contract "*i,oi->*o" %0 %1 : float[*, 512] "dense1"
/// %3 = map "max(x0, 0)" %2 : float[*, 512] "relu1"
/// return output "output" %3
/// </code>
/// Behind the <c>=</c> stand the operation, its numbers, lists and quoted texts in the order of its record, and the
/// operands; behind the <c>:</c> the type and the label. Lines that are empty or begin with <c>#</c> say nothing.
/// </summary>
internal static class GraphText
{
    internal static readonly IReadOnlyDictionary<InputRole, string> InputRoles = new Dictionary<InputRole, string>
    {
        [InputRole.Data] = "data",
        [InputRole.Target] = "target",
        [InputRole.SampleScale] = "sample-scale",
        [InputRole.OutputGradient] = "output-gradient",
    };

    internal static readonly IReadOnlyDictionary<ResultRole, string> ResultRoles = new Dictionary<ResultRole, string>
    {
        [ResultRole.Output] = "output",
        [ResultRole.Loss] = "loss",
        [ResultRole.Prediction] = "prediction",
        [ResultRole.ParameterGradient] = "parameter-gradient",
        [ResultRole.NextState] = "next-state",
        [ResultRole.InputGradient] = "input-gradient",
    };

    internal static readonly IReadOnlyDictionary<Reduction, string> Reductions = new Dictionary<Reduction, string>
    {
        [Reduction.Sum] = "sum",
        [Reduction.Maximum] = "max",
    };

    internal static readonly IReadOnlyDictionary<RandomKind, string> RandomKinds = new Dictionary<RandomKind, string>
    {
        [RandomKind.Uniform] = "uniform",
        [RandomKind.Normal] = "normal",
        [RandomKind.Bernoulli] = "bernoulli",
    };

    /// <summary>Writes a graph.</summary>
    public static string Print(ComputationGraph graph) => GraphPrinter.Print(graph);

    /// <summary>Reads a graph. Its rules are not checked; that is the verifier's work.</summary>
    /// <exception cref="InvalidGraphException">The text is no graph; the message says in which line and what was expected.</exception>
    public static ComputationGraph Parse(string text) => new GraphParser().Parse(text);

    /// <summary>The member that a word stands for.</summary>
    internal static T Member<T>(this IReadOnlyDictionary<T, string> words, GraphLine line)
    {
        var word = line.Word();
        var found = words.Where(pair => pair.Value == word).Select(pair => pair.Key).ToArray();
        return found.Length == 1 ? found[0] : throw line.Expected(string.Join(" or ", words.Values));
    }
}
