using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>The kernels of a class as private static methods. Kernels with the same parameters and body are one method.</summary>
internal sealed class KernelLibrary
{
    private const string MethodImpl = "global::System.Runtime.CompilerServices.MethodImpl";

    private readonly VectorType _type;
    private readonly NameScope _names;
    private readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal);
    private readonly SourceWriter _writer = new();

    /// <param name="type">The vectors of the emitted code.</param>
    /// <param name="names">The names of the class's members.</param>
    public KernelLibrary(VectorType type, NameScope names) => (_type, _names) = (type, names);

    /// <summary>The attribute that forces or forbids a method to be inlined.</summary>
    public static string Inlining(string how) => $"[{MethodImpl}({MethodImpl}Options.{how}Inlining)]";

    /// <summary>All methods.</summary>
    public string Text => _writer.ToString();

    /// <summary>The name of the method of a kernel, and the kernel's operands in the order of its parameters.</summary>
    public (string Method, KernelText Kernel) Add(Kernel kernel, ProgramPlan plan)
    {
        var text = Write(kernel, new KernelContext(_type, plan, this));
        var parameters = text.Parameters.Select(parameter => $"ref {parameter.Type} {parameter.Name}").ToList();
        if (text.NeedsSamples)
        {
            parameters.Add("int " + (kernel.CountsGroups ? SampleCount.OfGroups : SampleCount.OfSamples));
        }

        if (text.Shared is { } range)
        {
            parameters.AddRange(range.First is { } first ? new[] { "int " + first } : Array.Empty<string>());
            parameters.Add($"int {range.Axis.Name}");
        }

        if (text.NeedsRandom)
        {
            parameters.Add("ulong seed");
            parameters.Add("long step");
            parameters.Add("int firstSample");
        }

        var signature = string.Join(", ", parameters);
        var key = signature + "\n" + text.Body;
        if (!_methods.TryGetValue(key, out var method))
        {
            method = _names.Unique(text.Name);
            _methods.Add(key, method);
            WriteMethod(method, signature, text);
        }

        return (method, text);
    }

    private static KernelText Write(Kernel kernel, KernelContext context) => kernel switch
    {
        MapKernel map => MapEmitter.Emit(map, context),
        ContractKernel contract => ContractEmitter.Emit(contract, context),
        WinogradKernel winograd => WinogradEmitter.Emit(winograd, context),
        WinogradWeightKernel weight => WinogradWeightEmitter.Emit(weight, context),
        WinogradSumsKernel sums => WinogradSumsEmitter.Emit(sums, context),
        WinogradWindowsKernel windows => WinogradWindowsEmitter.Emit(windows, context),
        ChoiceKernel choice => ChoiceEmitter.Emit(choice, context),
        ReduceKernel reduce => ReduceEmitter.Emit(reduce, context),
        RowKernel rows => RowEmitter.Emit(rows, context),
        ArgMaxKernel argMax => AxisEmitter.Emit(argMax, context),
        ThresholdKernel threshold => AxisEmitter.Emit(threshold, context),
        CopyKernel copy => CopyEmitter.Emit(copy, context),
        FoldKernel fold => FoldEmitter.Emit(fold, context),
        GroupKernel group => GroupEmitter.Emit(group, context),
        RandomKernel random => RandomEmitter.Emit(random, context),
        _ => throw new InvalidGraphException($"No code for {kernel.GetType().Name}."),
    };

    private void WriteMethod(string name, string signature, KernelText text)
    {
        _writer.Line();
        _writer.Lines(CommentLines(text.Comment));
        if (text.IsSmall)
        {
            _writer.Line(Inlining("Aggressive"));
        }
        else if (text.SumsInRegisters)
        {
            _writer.Line($"[{MethodImpl}({MethodImpl}Options.AggressiveOptimization)]");
        }
        else if (text.CallsFunctions)
        {
            _writer.Line(Inlining("No"));
        }

        _writer.Block(
            $"private static void {name}({signature})",
            () => _writer.Lines(text.Body.Split(new[] { '\n' }, StringSplitOptions.None)));
    }

    private static IEnumerable<string> CommentLines(string text) => text.Split('\n').SelectMany(Wrapped);

    private static IEnumerable<string> Wrapped(string comment)
    {
        const int width = 110;
        while (comment.Length > width && comment.LastIndexOf(' ', width) is > 0 and var cut)
        {
            yield return "// " + comment.Substring(0, cut);
            comment = comment.Substring(cut + 1);
        }

        yield return "// " + comment;
    }
}
