namespace NetGen.Generator.Emission;

/// <summary>The values of a program that depend on the parameters only, computed once per version of the weights.</summary>
internal sealed class PreparedEmitter
{
    private readonly ClassContext _context;
    private readonly ProgramEmitter _program;
    private readonly string _method;
    private readonly string _field;

    /// <param name="context">The class.</param>
    /// <param name="program">The program.</param>
    /// <param name="method">The name of the method that computes them.</param>
    /// <param name="field">The name of the field that keeps them.</param>
    public PreparedEmitter(ClassContext context, ProgramEmitter program, string method, string field) =>
        (_context, _program, _method, _field) = (context, program, method, field);

    /// <summary>Whether the program has any.</summary>
    public bool IsNeeded => _program.Plan.Prepare.Count > 0;

    public void Write()
    {
        if (!IsNeeded)
        {
            return;
        }

        var writer = _context.Writer;
        var plan = _program.Plan;
        writer.Line();
        writer.Line("// Values that depend on the parameters only, computed once per version of the weights and published as a whole.");
        writer.Block($"private AlignedBuffer {_method}(long version)", () =>
        {
            writer.Line($"var known = global::System.Threading.Volatile.Read(ref {_field});");
            writer.Block("if (known is not null && known.Version == version)", () => writer.Line("return known.Buffer;"));
            writer.Line();
            writer.Line($"var buffer = new AlignedBuffer({_context.ElementType}, {Literals.Integer(plan.Lengths.Prepared)});");
            writer.Line($"ref var prepared = ref buffer.First<{_context.Type.Keyword}>();");
            var body = _program.Body(plan.Prepare);
            _program.DeclareMemory(writer, plan.Prepare, body);
            body.Write(writer);
            writer.Line();
            writer.Line("// Only whole values of one version are published.");
            writer.Line("Parameters.EndRead(version);");
            writer.Line($"global::System.Threading.Volatile.Write(ref {_field}, new PreparedValues(version, buffer));");
            writer.Line("return buffer;");
        });
    }

    public void WriteConstants()
    {
        if (IsNeeded)
        {
            _context.Writer.Line();
            _context.Writer.Line($"private PreparedValues? {_field};");
        }
    }
}
