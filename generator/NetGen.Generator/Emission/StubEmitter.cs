using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Emission;

/// <summary>
/// The public members of a network whose declaration is wrong, so that the code that uses it compiles and the user sees
/// the one error that matters. Every body throws.
/// </summary>
internal static class StubEmitter
{
    private static readonly HashSet<string> ErrorsWithoutPart = new()
    {
        DiagnosticIds.NotPartial, DiagnosticIds.ContainerNotPartial, DiagnosticIds.NotAClass,
    };

    /// <summary>The source, or null where nothing can be added to the class.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="laterErrors">The errors that were found after it had been read.</param>
    public static string? Emit(NetworkDeclaration declaration, IEnumerable<DeclarationError> laterErrors)
    {
        var errors = declaration.Errors.Concat(laterErrors).Distinct().ToArray();
        if (declaration.Type.Name.Length == 0 || errors.Any(error => ErrorsWithoutPart.Contains(error.Id)))
        {
            return null;
        }

        var taken = new HashSet<string>(declaration.Type.Members.Concat(
            errors.Where(error => error.Id == DiagnosticIds.MemberExists).Select(error => error.MessageArguments[0])));
        var hasLoss = declaration.Layers.Any(layer => IsLoss(layer));
        var members = Members(declaration, hasLoss, Reason(declaration, errors))
            .Where(member => !taken.Contains(member.Name))
            .SelectMany(member => new[] { "/// <summary>Throws, because the declaration of the network is wrong.</summary>", member.Text });
        return PartialClass.Write(
            declaration.Type, hasLoss ? "global::NetGen.ITrainableNetwork" : "global::NetGen.IDifferentiableNetwork", members);
    }

    private static IEnumerable<(string Name, string Text)> Members(NetworkDeclaration declaration, bool hasLoss, string reason)
    {
        var fail = $" => throw new global::System.InvalidOperationException({SymbolDisplay.FormatLiteral(reason, quote: true)});";
        var real = declaration.IsDouble ? "double" : "float";
        var inputs = Spans("ReadOnlySpan", real, "input", declaration.Layers.Count(layer => layer.Kind == "Input"));
        var outputs = Spans("Span", real, "output", OutputCount(declaration));
        var upstream = Spans("ReadOnlySpan", real, "outputGradient", OutputCount(declaration));
        yield return (string.Empty, $"public {declaration.Type.Name}(int seed = 0){fail}");
        yield return (GeneratedMembers.Predict, $"public void Predict({inputs}, {outputs}){fail}");
        yield return (GeneratedMembers.Forward, $"public void Forward({inputs}, {outputs}, {Workspace}){fail}");
        yield return (GeneratedMembers.Backward, $"public void Backward({upstream}, {Workspace}, {Gradients}){fail}");
        yield return (GeneratedMembers.CreateGradients, $"public global::NetGen.ParameterBuffer CreateGradients(){fail}");
        yield return (GeneratedMembers.ParameterCount, "public const int ParameterCount = 0;");
        foreach (var (type, name, parameters) in InterfaceMembers(hasLoss))
        {
            yield return (name, $"public {type} {name}{parameters}{fail}");
        }

        foreach (var (type, name, parameters) in InterfaceMembers(hasLoss))
        {
            yield return (string.Empty, $"{type} global::NetGen.{Owner(name)}.{name}{parameters.Replace(" = 1", string.Empty).Replace(" = null", string.Empty)}{fail}");
        }
    }

    private const string Workspace = "global::NetGen.Workspace workspace";
    private const string Gradients = "global::NetGen.ParameterBuffer gradients";

    private static IEnumerable<(string Type, string Name, string Parameters)> InterfaceMembers(bool hasLoss)
    {
        const string Batch = "global::NetGen.Batch";
        yield return ("global::NetGen.NetworkDescription", GeneratedMembers.Description, string.Empty);
        yield return ("global::NetGen.ParameterStore", GeneratedMembers.Parameters, string.Empty);
        yield return ("global::NetGen.Workspace", GeneratedMembers.CreateWorkspace, "(int capacity = 1)");
        yield return ("void", GeneratedMembers.Predict, $"({Batch} inputs, {Batch} outputs)");
        yield return ("void", GeneratedMembers.Forward, $"({Batch} inputs, {Batch} outputs, {Workspace})");
        yield return ("void", GeneratedMembers.Backward, $"({Batch} outputGradients, {Workspace}, {Gradients}, {Batch}? inputGradients = null)");
        if (hasLoss)
        {
            yield return ("global::NetGen.LossValue", GeneratedMembers.LossAndGradient, $"({Batch} batch, {Workspace}, {Gradients})");
            yield return ("global::NetGen.LossValue", GeneratedMembers.Loss, $"({Batch} batch, {Workspace}, {Batch} predictions)");
        }
    }

    private static string Owner(string member) => member switch
    {
        GeneratedMembers.Forward or GeneratedMembers.Backward => "IDifferentiableNetwork",
        GeneratedMembers.LossAndGradient or GeneratedMembers.Loss => "ITrainableNetwork",
        _ => "INetwork",
    };

    private static string Spans(string span, string element, string name, int count) =>
        count <= 1
            ? $"global::System.{span}<{element}> {name}"
            : string.Join(", ", Enumerable.Range(1, count).Select(i => $"global::System.{span}<{element}> {name}{i.ToString(CultureInfo.InvariantCulture)}"));

    private static int OutputCount(NetworkDeclaration declaration) =>
        declaration.Layers.Count(layer => layer.Kind == "Output") is > 0 and var outputs ? outputs : declaration.Layers.Count(IsLoss);

    private static bool IsLoss(LayerDeclaration layer) => LayerCatalogue.Kinds.TryGetValue(layer.Kind, out var kind) && kind is LossLayer;

    private static string Reason(NetworkDeclaration declaration, IReadOnlyCollection<DeclarationError> errors) =>
        $"The declaration of the network '{declaration.Type.Name}' is wrong. " + string.Join(" ", errors.Select(error => $"{error.Id}: {ErrorText.Of(error)}."));
}
