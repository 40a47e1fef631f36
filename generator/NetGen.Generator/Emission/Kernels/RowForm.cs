using System;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>What lies in the lanes of a kernel over rows: the elements of a sample's row, or with samples in groups one element of several samples.</summary>
internal abstract class RowForm
{
    protected RowForm(RowKernel kernel, VectorType type) => (Kernel, Type) = (kernel, type);

    protected RowKernel Kernel { get; }

    protected VectorType Type { get; }

    /// <summary>Whose rows there are, for the comment.</summary>
    public abstract string Whose { get; }

    /// <summary>Whether a row is never more than one vector, so that it needs no loop, and what is computed of it no memory.</summary>
    public abstract bool IsOneVector { get; }

    /// <summary>Where a vector of a row lies, behind the row's first element.</summary>
    public abstract string Index { get; }

    public static RowForm Of(RowKernel kernel, VectorType type) => kernel.IsOfGroups ? new RowsOfGroups(kernel, type) : new RowsOfSamples(kernel, type);

    /// <summary>Writes the loop over the samples.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="places">Writes where the rows of the current sample or group begin.</param>
    /// <param name="body">Writes what is done there.</param>
    public abstract void Samples(SourceWriter writer, Action places, Action body);

    /// <summary>Writes a loop over the row.</summary>
    public abstract void Row(SourceWriter writer, Action body);

    /// <summary>A single number that others have written.</summary>
    public abstract string Number(Value value, string place);

    /// <summary>Writes a single number for others.</summary>
    public abstract string Store(string vector, string place);

    /// <summary>The index of each element of the row.</summary>
    public abstract string Indices { get; }

    /// <summary>What a vector of a row adds to a reduction.</summary>
    public abstract string Term(string vector, bool isSum);

    /// <summary>The reduction from what its lanes hold.</summary>
    public abstract string Total(string lanes, bool isSum);
}

/// <summary>The elements of a row in the lanes, sample by sample.</summary>
internal sealed class RowsOfSamples(RowKernel kernel, VectorType type) : RowForm(kernel, type)
{
    public override string Whose => "sample";

    public override bool IsOneVector => Kernel.Length <= Type.FewestLanes;

    public override string Index => IsOneVector ? string.Empty : ", (nuint)i";

    public override string Indices => IsOneVector ? $"{Type.Name}.Indices" : $"new {Type.Name}(i) + {Type.Name}.Indices";

    public override void Samples(SourceWriter writer, Action places, Action body) => writer.Block("for (var n = 0; n < samples; n++)", () =>
    {
        places();
        body();
    });

    public override void Row(SourceWriter writer, Action body)
    {
        if (IsOneVector)
        {
            body();
        }
        else
        {
            writer.Block($"for (var i = 0; i < {Literals.Integer(Kernel.Length)}; i += {Type.Count})", body);
        }
    }

    public override string Number(Value value, string place) => $"new {Type.Name}({place})";

    public override string Store(string vector, string place) => $"{place} = {vector}.ToScalar();";

    public override string Term(string vector, bool isSum)
    {
        var left = IsOneVector ? Literals.Integer(Kernel.Length) : $"{Literals.Integer(Kernel.Length)} - i";
        return Kernel.Length % Blocks.Size == 0 ? vector : $"Lanes.KeepFirst({vector}, {left}{(isSum ? string.Empty : $", {Type.Keyword}.NegativeInfinity")})";
    }

    public override string Total(string lanes, bool isSum) => $"new {Type.Name}({(isSum ? "Lanes.Sum" : "Lanes.Maximum")}({lanes}))";
}

/// <summary>Samples of a group in the lanes: a number of a sample is a lane, and the loop over a row goes from element to element.</summary>
internal sealed class RowsOfGroups(RowKernel kernel, VectorType type) : RowForm(kernel, type)
{
    private const string Lane = "lane";

    public override string Whose => "sample of a group";

    public override bool IsOneVector => false;

    public override string Index => $", (nuint)(({TensorType.GroupSize} * i) + {Lane})";

    public override string Indices => $"new {Type.Name}(i)";

    public override void Samples(SourceWriter writer, Action places, Action body) => writer.Block("for (var n = 0; n < groups; n++)", () =>
    {
        places();
        writer.Block($"for (var {Lane} = 0; {Lane} < {TensorType.GroupSize}; {Lane} += {Type.Count})", body);
    });

    public override void Row(SourceWriter writer, Action body) => writer.Block($"for (var i = 0; i < {Literals.Integer(Kernel.Length / TensorType.GroupSize)}; i++)", body);

    public override string Number(Value value, string place) => value.Type.Grouped ? $"Vector.LoadUnsafe(ref {place}, (nuint){Lane})" : $"new {Type.Name}({place})";

    public override string Store(string vector, string place) => $"Vector.StoreUnsafe({vector}, ref {place}, (nuint){Lane});";

    public override string Term(string vector, bool isSum) => vector;

    public override string Total(string lanes, bool isSum) => lanes;
}
