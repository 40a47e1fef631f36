using System;
using System.Collections.Immutable;
using System.Globalization;

namespace NetGen.Samples.Shared.Reports;

/// <summary>The wording that both forms of output share, in the invariant culture.</summary>
internal static class Lines
{
    /// <summary>The last line.</summary>
    public static string Accuracy(double accuracy, TimeSpan elapsed) =>
        string.Create(CultureInfo.InvariantCulture, $"test accuracy {accuracy:0.0000} in {elapsed.TotalSeconds:0.0} s");

    public static string Epoch(EpochReport report, int epochs) => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch {report.Epoch}/{epochs}: loss {report.Training.Total:0.0000}, {Validation(report)}{report.Duration.TotalSeconds:0.0} s");

    public static string Shape(ImmutableArray<int> shape) => string.Join(" × ", shape);

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Validation(EpochReport report) => report.Validation is { } evaluation
        ? string.Create(CultureInfo.InvariantCulture, $"test loss {evaluation.Loss.Total:0.0000}, test accuracy {evaluation.Accuracy:0.0000}, ")
        : string.Empty;
}
