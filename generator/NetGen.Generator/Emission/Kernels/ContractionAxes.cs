using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>An axis of a contraction: its size, or samples, and the elements from one step to the next in each operand.</summary>
internal sealed record ContractionAxis(char Label, long Size, long Broadcast, long Lanes, long Result)
{
    public bool OverSamples => Label == TypeRules.SampleLabel;

    /// <summary>What the sample axis counts.</summary>
    public string Samples { get; init; } = SampleCount.OfSamples;

    /// <summary>The parameter that says how many steps are computed, where it is a range of the axis.</summary>
    public string? Shared { get; init; }

    /// <summary>From where to where windows lie on their axis; null where all of them do.</summary>
    public WindowBounds? Bounds { get; init; }

    /// <summary>The first step.</summary>
    public string First => Bounds?.First ?? "0";

    /// <summary>Behind the last step.</summary>
    public string End => Bounds?.End ?? Count;

    public string Count => OverSamples ? Samples : Shared ?? Literals.Integer(Size);

    /// <summary>The loop variable.</summary>
    public string Variable => OverSamples ? "n" : Label.ToString();
}

/// <summary>The axes of a contraction by the part they play in its loops.</summary>
internal sealed class ContractionAxes
{
    /// <summary>So many elements of the lane operand stay in the cache next to the core.</summary>
    private const long MostInBlock = 16384;

    private readonly ContractOperation _contract;
    private readonly Value _value;
    private readonly ContractionForm _form;
    private readonly Storage _broadcast;
    private readonly Storage _lanes;
    private readonly Storage _result;

    public ContractionAxes(ContractKernel kernel, ProgramPlan plan)
    {
        _value = kernel.Contraction;
        _contract = (ContractOperation)_value.Operation;
        _form = kernel.Form;
        Continues = kernel.Continues;
        _broadcast = plan.StorageOf(_value.Operands[_form.BroadcastOperand]);
        _lanes = plan.StorageOf(_value.Operands[_form.LaneOperand]);
        _result = plan.StorageOf(kernel.Result);

        var labels = (_contract.Left + _contract.Right).Distinct().Where(label => label != _form.Lane).ToArray();
        var axes = labels.Select(Axis).ToArray();
        Bounds = ClippedBounds(axes);
        Summed = axes.Where(axis => _contract.Result.IndexOf(axis.Label) < 0)
            .Select(axis => axis with { Bounds = Bounds.FirstOrDefault(bounds => bounds.Element == axis.Label) }).ToArray();
        var free = axes.Where(axis => _contract.Result.IndexOf(axis.Label) >= 0).ToArray();
        Row = _form.Row(_value) is { } row ? free.First(axis => axis.Label == row) with { Shared = kernel.Shared?.Name } : null;
        Outer = free.Where(axis => axis.Label != Row?.Label).ToArray();
        LaneSize = ContractionForm.SizeOf(_value, _form.Lane);
        PanelStride = PanelStep(_value.Operands[_form.LaneOperand].Shape, _lanes);
        ResultPanelStride = PanelStep(_value.Shape, _result);
    }

    /// <summary>Where the sums over windows begin and end that are clipped at the border.</summary>
    public IReadOnlyList<WindowBounds> Bounds { get; }

    /// <summary>From the first element of the lane operand to that of its first window, where windows are clipped; others are passed from there.</summary>
    public long LaneOffset => Bounds.Count > 0 ? Aliases.Offset(_value.Operands[_form.LaneOperand]) : 0;

    /// <summary>Loops around the tiles.</summary>
    public IReadOnlyList<ContractionAxis> Outer { get; }

    /// <summary>The axis whose steps are the rows of a tile; null where there is none.</summary>
    public ContractionAxis? Row { get; }

    /// <summary>Whether there is a single row, whatever the batch.</summary>
    public bool HasOneRow => Row is null or { OverSamples: false, Size: 1 };

    /// <summary>The axes summed over within a tile, outermost first.</summary>
    public IReadOnlyList<ContractionAxis> Summed { get; private set; }

    /// <summary>
    /// The outermost of the axes summed over, where all tiles are summed over the others, one step of these after the other: what the
    /// others need then stays in the cache while all tiles read it. None where a tile is summed at once.
    /// </summary>
    public IReadOnlyList<ContractionAxis> BlockAxes { get; private set; } = System.Array.Empty<ContractionAxis>();

    /// <summary>Whether the sums are added to what their memory holds.</summary>
    public bool Continues { get; }

    public long LaneSize { get; }

    /// <summary>From one step of an axis of the result to the next in an operand of the epilogue that is broadcast to it.</summary>
    public long StrideOf(Value operand, ContractionAxis axis)
    {
        var place = _contract.Result.TrimStart(TypeRules.SampleLabel).IndexOf(axis.Label) - (_value.Shape.Rank - operand.Shape.Rank);
        return place < 0 || axis.OverSamples || operand.Shape[place] == 1 ? 0 : Aliases.Strides(operand)[place];
    }

    /// <summary>The lanes with those that pad the last panel.</summary>
    public long Lanes => Blocks.RoundUp(LaneSize);

    /// <summary>From one row of a tile to the next in the result.</summary>
    public long ResultRowStride => Row?.Result ?? 0;

    /// <summary>From one panel of the lane operand to the next.</summary>
    public long PanelStride { get; }

    /// <summary>From one panel of the result to the next.</summary>
    public long ResultPanelStride { get; }

    /// <summary>Whether the result's lanes past the end must be written as zeros: those of gradients, and of panels, of which gradients are made.</summary>
    public bool ZeroPadding => LaneSize % Blocks.Size != 0
        && (_result.Layout.LaneAxis >= 0 || (_result.Region == Region.Gradients && _value.Shape.Count == LaneSize));

    /// <summary>Whether whole blocks may not be written, because the next row begins right after the last lane.</summary>
    public bool PartialStores =>
        LaneSize % Blocks.Size != 0
        && _result.Layout.LaneAxis < 0
        && (_value.Shape.Count != LaneSize || (_value.Batched && _result.SampleStride < Blocks.RoundUp(LaneSize)));

    /// <summary>Takes the sum in blocks where it is one over samples and other axes, as the weight gradient of a convolution is, and no tile overlaps another: a worker's rows, too, are a multiple of those of a tile.</summary>
    public void SumInBlocks()
    {
        if (Summed.Count < 2 || _value.Batched || Row is not { OverSamples: false } || HasOneRow || Row.Size % SharedAxis.TileRows != 0 || !Summed.Any(axis => axis.OverSamples))
        {
            return;
        }

        var inner = 0L;
        var size = Lanes;
        while (inner < Summed.Count - 1 && (inner == 0 || size * Summed[Summed.Count - 1 - (int)inner].Size <= MostInBlock))
        {
            size *= Summed[Summed.Count - 1 - (int)inner].Size;
            inner++;
        }

        (BlockAxes, Summed) = (Summed.Take(Summed.Count - (int)inner).ToArray(), Summed.Skip(Summed.Count - (int)inner).ToArray());
    }

    private WindowBounds[] ClippedBounds(IReadOnlyList<ContractionAxis> axes)
    {
        var labels = LaneLabels.TrimStart(TypeRules.SampleLabel);
        return Aliases.Clipped(_value.Operands[_form.LaneOperand])
            .Select(clipped => new WindowBounds(labels[clipped.ElementAxis], axes.First(axis => axis.Label == labels[clipped.WindowAxis]).Variable, clipped)).ToArray();
    }

    private string BroadcastLabels => ContractionForm.Labels(_contract, _form.BroadcastOperand);

    private string LaneLabels => ContractionForm.Labels(_contract, _form.LaneOperand);

    private ContractionAxis Axis(char label) => new(
        label,
        label == TypeRules.SampleLabel ? 0 : ContractionForm.SizeOf(_value, label),
        Stride(label, BroadcastLabels, _value.Operands[_form.BroadcastOperand], _broadcast),
        Stride(label, LaneLabels, _value.Operands[_form.LaneOperand], _lanes),
        Stride(label, _contract.Result, _value, _result))
    {
        Samples = SampleCount.OfOperands(_value),
    };

    private static long Stride(char label, string labels, Value value, Storage storage)
    {
        if (labels.IndexOf(label) < 0)
        {
            return 0;
        }

        if (label == TypeRules.SampleLabel)
        {
            return storage.SampleStride;
        }

        return storage.StrideOf(value, labels.TrimStart(TypeRules.SampleLabel).IndexOf(label));
    }

    // In blocks a panel holds all other axes; in row-major order the next 16 lanes follow at once.
    private static long PanelStep(Shape shape, Storage storage) =>
        storage.Layout.LaneAxis < 0 ? Blocks.Size : shape.Count / shape[storage.Layout.LaneAxis] * Blocks.Size;
}
