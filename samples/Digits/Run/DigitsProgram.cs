using System.IO;
using System.Threading;
using System.Threading.Tasks;
using NetGen.Samples.Digits.Options;
using NetGen.Samples.Digits.Reports;
using NetGen.Samples.Digits.Sources;
using NetGen.Samples.Shared.Run;

namespace NetGen.Samples.Digits.Run;

/// <summary>The program: its command line and its run.</summary>
internal static class DigitsProgram
{
    public static Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var command = DigitsCommand.Create((options, cancellation) => ExecuteAsync(options, output, error, cancellation));
        return SampleProgram.RunAsync(command, arguments, output, error);
    }

    private static Task<int> ExecuteAsync(DigitsOptions options, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var completed = options.Download ? options with { Data = options.Data ?? MnistFiles.DefaultFolder } : options;
        return SampleProgram.ExecuteAsync(() => new DigitsRun(completed, DigitsReporters.For(output)).ExecuteAsync(cancellation), error);
    }
}
