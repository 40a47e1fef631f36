using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Emission;
using NetGen.Generator.Expressions;
using NetGen.Generator.Tests.Testing;
using NetGen.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Expressions;

/// <summary>Expressions printed as vector code, compiled and loaded: a kernel for each of them.</summary>
internal sealed class VectorKernels
{
    private readonly Type _type;

    /// <summary>Compiles one kernel for each expression, in single or in double precision.</summary>
    public VectorKernels(IEnumerable<Expression> expressions, bool isDouble)
    {
        Source = SourceOf([.. expressions], isDouble ? VectorType.Double : VectorType.Float);
        using var image = new MemoryStream();
        var result = TestCompilation.Create(Source).Emit(image);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        _type = Assembly.Load(image.ToArray()).GetType("Kernels")!;
    }

    /// <summary>The source that was compiled.</summary>
    public string Source { get; }

    /// <summary>Runs a kernel over as many points as the operands have.</summary>
    public T[] Run<T>(int kernel, params T[][] operands)
    {
        // Padded to whole vectors with the last point: the widest has sixteen lanes.
        var count = operands[0].Length;
        var padded = operands.Select(operand => operand.Concat(Enumerable.Repeat(operand[^1], 16 - (count % 16))).ToArray()).ToArray();
        var results = new T[padded[0].Length];
        _type.GetMethod($"K{kernel}")!.CreateDelegate<Action<T[][], T[]>>()(padded, results);
        return results[..count];
    }

    private static string SourceOf(List<Expression> expressions, VectorType type)
    {
        var source = new StringBuilder("""
            using global::System.Numerics; using global::System.Runtime.CompilerServices; using global::NetGen.Numerics;
            internal static class Kernels
            {

            """);
        for (var k = 0; k < expressions.Count; k++)
        {
            var operands = Enumerable.Range(0, expressions[k].Operands().DefaultIfEmpty(-1).Max() + 1).Select(i => $"x{i}").ToList();
            var printer = new VectorPrinter(type, new NameScope([.. operands, "x", "y", "i"]));
            var code = printer.Print(expressions[k], operands);
            source.AppendLine($"public static void K{k}({type.Keyword}[][] x, {type.Keyword}[] y)").AppendLine("{");
            source.AppendJoin("\n", printer.Constants.Declarations).AppendLine($"\nfor (var i = 0; i < y.Length; i += {type.Name}.Count)").AppendLine("{");
            source.AppendJoin("\n", operands.Select((name, i) => $"var {name} = new {type.Name}(x[{i}], i);")).AppendLine();
            source.AppendJoin("\n", code.Locals).AppendLine($"\n({code.Result}).CopyTo(y, i);").AppendLine("}").AppendLine("}");
        }

        return source.AppendLine("}").ToString();
    }
}
