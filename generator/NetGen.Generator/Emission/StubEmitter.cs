using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Emission;

/// <summary>
/// The public members of a network whose declaration is wrong, so that the code that uses it compiles and the user sees
/// the one error that matters. Every body throws.
/// </summary>
internal static class StubEmitter
{
    private const string Batch = "global::NetGen.Batch";
    private const string Workspace = "global::NetGen.Workspace workspace";
    private const string Gradients = "global::NetGen.ParameterBuffer gradients";
    private const string Loss = "global::NetGen.LossValue";

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

        var columns = new StubColumns(declaration);
        var taken = new HashSet<string>(declaration.Type.Members.Concat(
            errors.Where(error => error.Id == DiagnosticIds.MemberExists).Select(error => error.MessageArguments[0])));
        var reason = $"The declaration of the network '{declaration.Type.Name}' is wrong. "
            + string.Join(" ", errors.Select(error => $"{error.Id}: {ErrorText.Of(error)}."));
        var body = $" => throw new global::System.InvalidOperationException({SymbolDisplay.FormatLiteral(reason, quote: true)});";
        return PartialClass.Write(
            declaration.Type,
            columns.HasLoss ? "global::NetGen.ITrainableNetwork" : "global::NetGen.IDifferentiableNetwork",
            PublicMembers(declaration.Type.Name, columns).Where(member => !taken.Contains(member.Name)).Select(member => member.Text)
                .Concat(ExplicitMembers(columns.HasLoss).Where(member => !taken.Any(name => Implements(member, name))))
                .Select(member => member.EndsWith(";", StringComparison.Ordinal) ? member : member + body));
    }

    private static bool Implements(string member, string name) =>
        member.Contains($" global::{name}(") || member.EndsWith($" global::{name}", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Text)> PublicMembers(string className, StubColumns columns)
    {
        var inputs = columns.Inputs.Select(column => column.ReadOnly).ToArray();
        var outputs = columns.Outputs.Select(column => column.Writable).ToArray();
        var upstream = columns.OutputGradients.Select(column => column.ReadOnly).ToArray();
        var downstream = columns.InputGradients.Select(column => column.Writable + " = default");
        yield return ("InputSize", "public const int InputSize = 1;");
        yield return ("OutputSize", "public const int OutputSize = 1;");
        yield return ("ParameterCount", "public const int ParameterCount = 0;");
        yield return (GeneratedMembers.Constructor(className.TrimStart('@')), $"public {className}(int seed = 0)");
        yield return ("Parameters", "public global::NetGen.ParameterStore Parameters");
        yield return ("Description", "public global::NetGen.NetworkDescription Description");
        yield return ("CreateGradients", "public global::NetGen.ParameterBuffer CreateGradients()");
        yield return ("CreateWorkspace", "public global::NetGen.Workspace CreateWorkspace(int capacity = 1)");
        yield return ("Predict", $"public void Predict({Signatures.Join(inputs, outputs)})");
        yield return ("Forward", $"public void Forward({Signatures.Join(inputs, outputs, [Workspace])})");
        yield return ("Backward", $"public void Backward({Signatures.Join(upstream, [Workspace, Gradients], downstream)})");
        if (columns.HasLoss)
        {
            var batch = inputs.Concat(columns.Targets.Select(column => column.ReadOnly)).ToArray();
            var weights = columns.Weights.Select(column => column.ReadOnly + " = default").ToArray();
            var predictions = columns.Predictions.Select(column => column.Writable + " = default");
            yield return ("LossAndGradient", $"public {Loss} LossAndGradient({Signatures.Join(batch, [Workspace, Gradients], weights)})");
            yield return ("Loss", $"public {Loss} Loss({Signatures.Join(batch, [Workspace], weights, predictions)})");
        }
    }

    private static IEnumerable<string> ExplicitMembers(bool hasLoss)
    {
        yield return "global::NetGen.NetworkDescription global::NetGen.INetwork.Description";
        yield return "global::NetGen.ParameterStore global::NetGen.INetwork.Parameters";
        yield return "global::NetGen.Workspace global::NetGen.INetwork.CreateWorkspace(int capacity)";
        yield return $"void global::NetGen.INetwork.Predict({Batch} inputs, {Batch} outputs)";
        yield return $"void global::NetGen.IDifferentiableNetwork.Forward({Batch} inputs, {Batch} outputs, {Workspace})";
        yield return $"void global::NetGen.IDifferentiableNetwork.Backward({Batch} outputGradients, {Workspace}, {Gradients}, {Batch}? inputGradients)";
        if (hasLoss)
        {
            yield return $"{Loss} global::NetGen.ITrainableNetwork.LossAndGradient({Batch} batch, {Workspace}, {Gradients})";
            yield return $"{Loss} global::NetGen.ITrainableNetwork.Loss({Batch} batch, {Workspace}, {Batch} predictions)";
        }
    }
}
