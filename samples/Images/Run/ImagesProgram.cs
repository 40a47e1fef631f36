using System.IO;
using System.Threading.Tasks;
using NetGen.Samples.Images.Options;
using NetGen.Samples.Images.Reports;
using NetGen.Samples.Shared.Run;

namespace NetGen.Samples.Images.Run;

/// <summary>The program: its command line and its run.</summary>
internal static class ImagesProgram
{
    public static Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var command = ImagesCommand.Create((options, cancellation) => SampleProgram.ExecuteAsync(
            () =>
            {
                new ImagesRun(options, ImagesReporters.For(output)).Execute(cancellation);
                return Task.CompletedTask;
            },
            error));
        return SampleProgram.RunAsync(command, arguments, output, error);
    }
}
