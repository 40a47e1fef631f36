using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary><c>Forward</c> in training form and <c>Backward</c> from gradients of the outputs.</summary>
internal sealed class PassEmitter : IClassPart
{
    private readonly ClassContext _context;
    private readonly ProgramEmitter _program;
    private readonly IReadOnlyList<Kernel> _forward;
    private readonly IReadOnlyList<Kernel> _backward;

    public PassEmitter(ClassContext context, ProgramPlan plan)
    {
        _context = context;
        _program = context.Program(plan, "PassMemory");
        var firstHalf = Lifetimes.FirstHalf(plan.Graph);
        _forward = plan.Kernels.Where(kernel => kernel.Result.Operation is InputOperation { Role: InputRole.Data } || firstHalf.Contains(kernel.Result)).ToArray();
        _backward = plan.Kernels.Except(_forward).ToArray();
    }

    private SourceWriter Writer => _context.Writer;

    private Columns Columns => _context.Columns;

    private ProgramPlan Plan => _program.Plan;

    public void Write()
    {
        WriteForward();
        WriteBackward(withInputs: false);
        WriteBackward(withInputs: true);
    }

    public void WriteConstants() => _program.Memory.Write(Writer, "Forward and Backward");

    private void WriteForward()
    {
        var results = Plan.Results(ResultRole.Output).ToArray();
        Writer.Line();
        Writer.Line("/// <summary>The training form of the forward pass: dropout and noise are on, and the workspace keeps what <c>Backward</c> needs.</summary>");
        Document(Columns.Inputs, column => $"{column.Size} values for each sample, of shape {column.Info.Shape}.");
        Document(Columns.Outputs, column => $"Room for {column.Size} values for each sample, of shape {column.Info.Shape}.");
        Writer.Line("/// <param name=\"workspace\">The memory, from <see cref=\"CreateWorkspace\"/>.</param>");
        Writer.Line("/// <exception cref=\"ArgumentException\">The numbers of values do not fit each other or the network.</exception>");
        Writer.Block(
            $"public void Forward({Signatures.Join(Columns.Inputs.Select(c => c.ReadOnlySpan), Columns.Outputs.Select(c => c.Span), new[] { "Workspace workspace" })})",
            () =>
            {
                Checks.Columns(Writer, Columns.Inputs, Columns.Outputs);
                Writer.Line($"BatchChecks.Workspace(workspace, typeof({NameQualifier.Self}), samples);");
                Writer.Lines(Columns.Inputs.Concat(Columns.Outputs).Select(column => column.Declaration));
                _program.DeclareMemory(Writer, _program.Regions(_forward, results.Select(result => result.Value)));
                Writer.Line();
                _program.Call(Writer, _forward);
                for (var i = 0; i < results.Length; i++)
                {
                    _program.CopyOut(Writer, results[i].Value, Columns.Outputs[i].Data);
                }

                Writer.Line();
                Writer.Line("workspace.Count = samples;");
                Writer.Line("workspace.Step++;");
            });
    }

    private void WriteBackward(bool withInputs)
    {
        var wanted = Plan.Graph.Results
            .Where(result => result.Role == ResultRole.ParameterGradient || (withInputs && result.Role == ResultRole.InputGradient)).ToArray();
        var needed = new HashSet<Kernel>(Plan.KernelsFor(wanted.Select(result => result.Value)));
        var kernels = _backward.Where(needed.Contains).ToArray();
        Writer.Line();
        Writer.Line("/// <summary>The vector-Jacobian product of the last <c>Forward</c> in the same workspace.</summary>");
        Document(Columns.OutputGradients, column => $"∂L/∂{column.Info.Name.Replace("Gradient", string.Empty)}, {column.Size} values for each sample.");
        Writer.Line("/// <param name=\"workspace\">The workspace of the forward pass.</param>");
        Writer.Line("/// <param name=\"gradients\">Is overwritten with ∂L/∂parameters, from <see cref=\"CreateGradients\"/>.</param>");
        var spans = withInputs ? Columns.InputGradients.Select(column => column.Span) : Enumerable.Empty<string>();
        if (withInputs)
        {
            Document(Columns.InputGradients, column => $"Is overwritten with ∂L/∂input, {column.Size} values for each sample.");
        }

        Writer.Line("/// <exception cref=\"ArgumentException\">The numbers of values do not fit each other or the network.</exception>");
        Writer.Line("/// <exception cref=\"InvalidOperationException\">The workspace holds no forward pass.</exception>");
        var signature = Signatures.Join(
            Columns.OutputGradients.Select(column => column.ReadOnlySpan), new[] { "Workspace workspace", "ParameterBuffer gradients" }, spans);
        Writer.Block($"public void Backward({signature})", () => BackwardBody(kernels, withInputs));
    }

    private void BackwardBody(IReadOnlyList<Kernel> kernels, bool withInputs)
    {
        Writer.Line($"var samples = BatchChecks.ForwardPass(workspace, typeof({NameQualifier.Self}));");
        Writer.Line("BatchChecks.Gradients(gradients, Parameters);");
        foreach (var column in Columns.OutputGradients.Concat(withInputs ? Columns.InputGradients : Enumerable.Empty<ColumnParameter>()))
        {
            Checks.Length(Writer, column);
        }

        Writer.Lines(Columns.OutputGradients.Select(column => column.Declaration));
        var inputGradients = Plan.Results(ResultRole.InputGradient).ToArray();
        var values = withInputs ? inputGradients.Select(result => result.Value) : Enumerable.Empty<Value>();
        _program.DeclareMemory(Writer, _program.Regions(kernels, values));
        Writer.Line();
        var given = Plan.Results(ResultRole.ParameterGradient).Select(result => result.Name).ToArray();
        Writer.Lines(_context.Parameters.Places.Where(place => !given.Contains(place.Parameter.Name)).Select(place =>
            $"gradients.Buffer.AsSpan<{_context.Type.Keyword}>().Slice({_context.ParameterConstants[place.Offset]}, {Literals.Integer(place.Length)}).Clear();"));
        _program.Call(Writer, kernels);
        if (!withInputs)
        {
            return;
        }

        foreach (var column in Columns.InputGradients.Select((column, i) => (column, name: Columns.Inputs[i].Info.Name)))
        {
            var result = inputGradients.FirstOrDefault(candidate => candidate.Name == column.name);
            if (result is null)
            {
                Writer.Line($"{column.column.Parameter}.Clear();");
            }
            else
            {
                _program.CopyOut(Writer, result.Value, $"MemoryMarshal.GetReference({column.column.Parameter})");
            }
        }
    }

    private void Document(IEnumerable<ColumnParameter> columns, System.Func<ColumnParameter, string> text) =>
        Writer.Lines(columns.Select(column => $"/// <param name=\"{column.Parameter.TrimStart('@')}\">{text(column)}</param>"));
}
