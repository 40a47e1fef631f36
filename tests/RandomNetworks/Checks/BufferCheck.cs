using System.Linq;
using NetGen.Testing.Numbers;

namespace NetGen.RandomNetworks.Checks;

/// <summary>Nothing was written beyond a buffer: the pattern around each is as it was.</summary>
internal static class BufferCheck
{
    /// <summary>Looks at all buffers of a run, the memory that predictions rent among them.</summary>
    /// <param name="run">The run.</param>
    /// <param name="method">What was called last.</param>
    public static void Run(NetworkRun run, string method)
    {
        var rented = run.Pool.Rent(run.Numbers.Samples);
        run.Pool.Return(rented);
        Run(run, method, rented);
        Run(run, method, run.Workspace);
    }

    /// <summary>Looks at all buffers of a run and at one workspace.</summary>
    /// <param name="run">The run.</param>
    /// <param name="method">What was called last.</param>
    /// <param name="workspace">The workspace that it was given.</param>
    public static void Run(NetworkRun run, string method, Workspace workspace)
    {
        var columns = new[] { run.Batch, run.Outputs, run.Upstream, run.Predictions, run.InputGradients }.SelectMany(batch => batch.Columns)
            .Select(column => (Name: "column " + column.Description.Name, column.Buffer));
        var buffers = columns.Append(("arena", workspace.Arena)).Append(("parameters", run.Instance.Parameters.Buffer)).Append(("gradients", run.Gradients.Buffer));
        foreach (var (name, _) in buffers.Where(buffer => !buffer.Item2.IsIntact))
        {
            CheckFailedException.Throw("guards", $"{method} wrote beyond the memory of {name}.");
        }
    }
}
