using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Emission;

/// <summary>An expression as C#: the locals to declare, in order, and the text of each result.</summary>
/// <param name="Locals">Common parts; each stands for <c>var Name = Value;</c>.</param>
/// <param name="Results">One text for each expression printed.</param>
internal sealed record VectorCode(EquatableArray<Local> Locals, EquatableArray<string> Results)
{
    /// <summary>The text of the only result.</summary>
    public string Result => Results[0];
}

/// <summary>The declaration <c>var Name = Value;</c>.</summary>
internal readonly record struct Local(string Name, string Value)
{
    public override string ToString() => $"var {Name} = {Value};";
}
