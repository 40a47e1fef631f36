using System.Linq;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>Sizes whose products overflow: a diagnostic, and the members that users call stay.</summary>
public sealed class OverflowTests
{
    private static readonly string[] Sizes =
        ["0", "-1", "int.MinValue", "int.MaxValue", "int.MaxValue - 15", "65536", "46341", "1 << 30", "268435456", "268435457"];

    /// <summary>Every argument that is a size, an axis or a count.</summary>
    private static readonly string[] Layers =
    [
        "Input(#), Dense(2)", "Input(#, #), Dense(2)", "Input(2, #, #, #), Flatten", "Input(2), Dense(#)", "Input(#), Dense(#)",
        "Input(#), Dense(2), Dense(#)", "Input(2), Reshape(#)", "Input(2), Reshape(#, #)", "Input(2), Reshape(-1, #)", "Input(2), Reshape(#, #, -1)",
        "Input(#), Reshape(#)", "Input(#, 2), Reshape(2, -1)", "Input(2), Maxout(#)", "Input(#), Maxout(#)", "Input(2), PReLU(#)", "Input(#), PReLU(#)",
        "Input(2), Concat(\"input\", Axis = #)", "Input(#), Concat(\"input\", \"input\", \"input\")", "Input(2), Softmax(Axis = #)",
        "Input(2), LogSoftmax(Axis = #)", "Input(2), Dense(2), SoftmaxCrossEntropy(TargetKind = (TargetKind)(#))", "Input(#), SparsemaxLoss",
        "Input(2), Dense(2, WeightInit = (Init)(#))", "Input(#), Dense(1), Output, Dense(#, TiedTo = \"dense1\", Transposed = true)",
        "Input(#), Dropout(0.5), SquaredError", "Input(#), GaussianNoise(1), MeanAbsoluteError", "Input(#), Sparsemax, SquaredError",
    ];

    public static TheoryData<string> All => [.. Layers];

    [Theory]
    [MemberData(nameof(All))]
    public void EitherADiagnosticOrCode(string layers)
    {
        foreach (var size in Sizes)
        {
            var source = $"using NetGen;\n[Network, {layers.Replace("#", size, System.StringComparison.Ordinal)}] partial class Net;";
            var run = TestRun.Of(source);

            Assert.True(
                run.Generator.IsEmpty && run.Analyzer.All(diagnostic => diagnostic.Id is not ("NG0999" or "AD0001")) && !run.Compiler.Any(),
                $"{source}\n{string.Join("\n", run.Analyzer.Concat(run.Generator).Concat(run.Compiler))}");
        }
    }
}
