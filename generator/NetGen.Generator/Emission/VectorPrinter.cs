using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Emission;

/// <summary>
/// Prints expressions as C# over <c>Vector&lt;float&gt;</c> or <c>Vector&lt;double&gt;</c>. One printer serves one
/// kernel: all that it prints shares the names and the constants.
/// </summary>
internal sealed class VectorPrinter
{
    private readonly NameScope _names;

    /// <summary>A printer for vectors of <paramref name="type"/>.</summary>
    /// <param name="type">The element type.</param>
    /// <param name="names">The names already in use where the code will stand; the names given here are added.</param>
    public VectorPrinter(VectorType type, NameScope names)
    {
        _names = names;
        Constants = new VectorConstants(type, names);
    }

    /// <summary>The constants of everything printed until now; to be declared before the loop.</summary>
    public VectorConstants Constants { get; }

    /// <summary>Prints one expression.</summary>
    /// <param name="expression">The expression, simplified.</param>
    /// <param name="operands">A name for each operand: it may be used any number of times.</param>
    /// <param name="locals">The names of the block where the code will stand, where that is not the printer's own scope.</param>
    public VectorCode Print(Expression expression, IReadOnlyList<string> operands, NameScope? locals = null) =>
        Print([expression], operands, locals);

    /// <summary>Prints several expressions over the same operands; parts that they have in common are computed once.</summary>
    /// <param name="expressions">The expressions, simplified.</param>
    /// <param name="operands">A name for each operand: it may be used any number of times.</param>
    /// <param name="locals">The names of the block where the code will stand, where that is not the printer's own scope.</param>
    public VectorCode Print(IReadOnlyList<Expression> expressions, IReadOnlyList<string> operands, NameScope? locals = null)
    {
        var text = new VectorExpressionText(expressions, operands, locals ?? _names, Constants);
        var results = expressions.Select(text.Of).ToList();
        return new VectorCode(new(text.Locals), new(results));
    }
}
