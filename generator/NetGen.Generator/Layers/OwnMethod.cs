using NetGen.Generator.Diagnostics;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Layers;

/// <summary>The expression of a user's own method, for the layers that take one.</summary>
internal static class OwnMethod
{
    /// <exception cref="DeclarationException">There is no such method, it cannot be read, or it takes another number of parameters.</exception>
    public static Expression Body(Layer layer, LayerScope scope)
    {
        var (argument, parameters) = layer.Function ?? throw new System.InvalidOperationException($"{layer.Kind} takes no method.");
        if (scope.Declaration.Function is not { } function)
        {
            throw scope.Error(DiagnosticIds.UnknownFunction, argument, scope.Describe(), scope.Text(argument) ?? string.Empty);
        }

        if (function.ParameterCount != parameters)
        {
            throw Unreadable(scope, argument, function.Method, $"it has {Count(function.ParameterCount)}, not {Count(parameters)}");
        }

        return function.Body ?? throw Unreadable(scope, argument, function.Method, function.Failure ?? "it has no body");
    }

    private static DeclarationException Unreadable(LayerScope scope, string argument, string method, string reason) =>
        scope.Error(DiagnosticIds.UnreadableFunction, argument, method, reason);

    private static string Count(int parameters) =>
        System.FormattableString.Invariant($"{parameters} ") + (parameters == 1 ? "parameter" : "parameters");
}
