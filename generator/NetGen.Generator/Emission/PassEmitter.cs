using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Calls;
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
        WriteBackward();
    }

    public void WriteConstants() => _program.Memory.Write(Writer, "Forward and Backward");

    private void WriteForward()
    {
        var results = Plan.Results(ResultRole.Output).ToArray();
        Writer.Line();
        Writer.Line("/// <summary>The training form of the forward pass: dropout and noise are on, and the workspace keeps what <c>Backward</c> needs.</summary>");
        Document(Columns.Inputs, column => $"{column.Values} for each sample, of shape {column.Info.Shape}.");
        Document(Columns.Outputs, column => $"Room for {column.Values} for each sample, of shape {column.Info.Shape}.");
        Writer.Line("/// <param name=\"workspace\">The memory, from <see cref=\"CreateWorkspace\"/>.</param>");
        Writer.Line("/// <exception cref=\"ArgumentException\">The numbers of values do not fit each other or the network.</exception>");
        Writer.Block(
            $"public void Forward({Signatures.Join(Columns.Inputs.Select(c => c.ReadOnlySpan), Columns.Outputs.Select(c => c.Span), new[] { "Workspace workspace" })})",
            () =>
            {
                Checks.Columns(Writer, Columns.Inputs, Columns.Outputs);
                Writer.Line($"BatchChecks.Workspace(workspace, typeof({NameQualifier.Self}), samples);");
                Writer.Lines(Columns.Inputs.Concat(Columns.Outputs).Select(column => column.Declaration));
                var body = _program.Body(_forward);
                _program.DeclareMemory(Writer, _forward, body, results.Select(result => result.Value));
                body.Write(Writer);
                for (var i = 0; i < results.Length; i++)
                {
                    _program.CopyOut(Writer, results[i].Value, Columns.Outputs[i].Data);
                }

                Writer.Line();
                Writer.Line("workspace.Count = samples;");
                Writer.Line("workspace.Step++;");
            });
    }

    private void WriteBackward()
    {
        Writer.Line();
        Writer.Line("/// <summary>The vector-Jacobian product of the last <c>Forward</c> in the same workspace.</summary>");
        Document(Columns.OutputGradients, column => $"∂L/∂{column.Info.Name}, {column.Values} for each sample.");
        Writer.Line("/// <param name=\"workspace\">The workspace of the forward pass.</param>");
        Writer.Line("/// <param name=\"gradients\">Is overwritten with ∂L/∂parameters, from <see cref=\"CreateGradients\"/>.</param>");
        Document(Columns.InputGradients, column => $"Room for ∂L/∂{column.Info.Name}, {column.Values} for each sample, or empty.");
        Writer.Line("/// <exception cref=\"ArgumentException\">The numbers of values do not fit each other or the network.</exception>");
        Writer.Line("/// <exception cref=\"InvalidOperationException\">The workspace holds no forward pass.</exception>");
        var signature = Signatures.Join(
            Columns.OutputGradients.Select(column => column.ReadOnlySpan),
            new[] { "Workspace workspace", "ParameterBuffer gradients" },
            Columns.InputGradients.Select(column => column.Span + " = default"));
        Writer.Block($"public void Backward({signature})", BackwardBody);
    }

    private void BackwardBody()
    {
        Writer.Line($"var samples = BatchChecks.ForwardPass(workspace, typeof({NameQualifier.Self}));");
        Writer.Line("BatchChecks.Gradients(gradients, Parameters);");
        Checks.Lengths(Writer, Columns.OutputGradients);
        Checks.OptionalLengths(Writer, Columns.InputGradients);
        Writer.Lines(Columns.OutputGradients.Select(column => column.Declaration));
        var inputGradients = Plan.Results(ResultRole.InputGradient).ToArray();
        var runs = Runs();
        var body = _program.Body(runs.Select(run => run.Kernels.Select(kernel => _program.Step(kernel, KernelPart.Whole))));
        _program.DeclareMemory(Writer, _backward, body, inputGradients.Select(result => result.Value));
        var given = Plan.OfParameters.Select(result => result.Name).ToArray();
        Writer.Lines(_context.Parameters.Places.Where(place => !given.Contains(place.Parameter.Name)).Select(place =>
            $"gradients.Buffer.AsSpan<{_context.Type.Keyword}>().Slice({_context.ParameterConstants[place.Offset]}, {Literals.Integer(place.Length)}).Clear();"));
        CallBackward(body, runs);
        foreach (var (column, name) in Columns.InputGradients.Select((column, i) => (column, Columns.Inputs[i].Info.Name)))
        {
            var result = inputGradients.FirstOrDefault(candidate => candidate.Name == name);
            if (result is null)
            {
                Writer.Line($"{column.Parameter}.Clear();");
            }
            else
            {
                Writer.Block(
                    $"if (!{column.Parameter}.IsEmpty)",
                    () => _program.CopyOut(Writer, result.Value, $"MemoryMarshal.GetReference({column.Parameter})"));
            }
        }
    }

    // In the order of the plan, for memory is used again; what only the gradients of the inputs need is left out without them.
    private List<(bool IsAlways, Kernel[] Kernels)> Runs()
    {
        var always = new HashSet<Kernel>(Plan.KernelsFor(Plan.OfParameters.Select(result => result.Value)));
        var runs = new List<(bool, Kernel[])>();
        for (var start = 0; start < _backward.Count;)
        {
            var isAlways = always.Contains(_backward[start]);
            var run = _backward.Skip(start).TakeWhile(kernel => always.Contains(kernel) == isAlways).ToArray();
            runs.Add((isAlways, run));
            start += run.Length;
        }

        return runs;
    }

    private void CallBackward(ProgramBody body, List<(bool IsAlways, Kernel[] Kernels)> runs)
    {
        var asked = string.Join(" || ", Columns.InputGradients.Select(column => $"!{column.Parameter}.IsEmpty"));
        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i].IsAlways)
            {
                body.Write(Writer, i);
            }
            else
            {
                Writer.Block($"if ({asked})", () => body.Write(Writer, i));
            }
        }
    }

    private void Document(IEnumerable<ColumnParameter> columns, System.Func<ColumnParameter, string> text) =>
        Writer.Lines(columns.Select(column => $"/// <param name=\"{column.Parameter.TrimStart('@')}\">{text(column)}</param>"));
}
