using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Expressions;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Optimization;

/// <summary>
/// Puts what parameters do to the result of a contraction into its weight: (Σ x·w)·a + c = Σ x·(w·a) + c, where a is a number for each output, as the scale of a
/// batch normalisation. For programs that compute what depends on parameters only once for each version of them.
/// </summary>
internal sealed class ScaleWeights
{
    private readonly Dictionary<Value, Value> _copies = new();
    private readonly Dictionary<Value, int> _users;
    private readonly HashSet<Value> _ofParameters = new();

    private ScaleWeights(ComputationGraph graph)
    {
        _users = Aliases.CountUsers(graph);
        foreach (var value in graph.Values.Where(value => !value.Batched && value.Operation is not InputOperation && value.Operands.All(_ofParameters.Contains)))
        {
            _ofParameters.Add(value);
        }
    }

    public static ComputationGraph Run(ComputationGraph graph)
    {
        var pass = new ScaleWeights(graph);
        return GraphCopy.Rebuild(graph, graph.Results, (target, value, operands) =>
            pass._copies[value] = pass.Scaled(target, value) ?? target.Add(value.Operation, operands, value.Type, value.Label));
    }

    // The value as a contraction with a scaled weight, in the shapes that its chain of operations gives it; null where it is no such chain.
    private Value? Scaled(ComputationGraph target, Value value)
    {
        var builder = new GraphBuilder(target) { Label = value.Label };
        var chain = new AffineChain(builder, value.Shape);
        var current = value;
        while (current == value || _users[current] == 1)
        {
            if (current.Operation is ContractOperation contract)
            {
                return chain.Scale is null ? null : Contracted(builder, current, contract, chain);
            }

            if (current.Operation is ReshapeOperation && current != value)
            {
                current = current.Operands[0];
                chain.Reshape(current.Shape);
            }
            else if (current.Operation is MapOperation map && AffineOperand(current, map.Expression) is { } place)
            {
                if (!chain.Map(map.Expression, place, current.Operands.Select(operand => _ofParameters.Contains(operand) ? _copies[operand] : null).ToArray()))
                {
                    return null;
                }

                current = current.Operands[place];
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    private Value? Contracted(GraphBuilder builder, Value contraction, ContractOperation contract, AffineChain chain)
    {
        var place = _ofParameters.Contains(contraction.Operands[0]) ? 0 : 1;
        if (!_ofParameters.Contains(contraction.Operands[place]) || _ofParameters.Contains(contraction.Operands[1 - place]))
        {
            return null;
        }

        var weight = _copies[contraction.Operands[place]];
        builder.Label = weight.Label + ".scaled";
        if (chain.ScaleOf(weight, place == 0 ? contract.Left : contract.Right, contract.Result) is not { } scale)
        {
            return null;
        }

        var scaled = builder.Map(new Operand(0) * new Operand(1), weight, scale);
        var operands = contraction.Operands.Select((operand, i) => i == place ? scaled : _copies[operand]).ToArray();
        builder.Label = contraction.Label;
        return chain.Apply(builder.Add(contract, contraction.Type, operands));
    }

    // The operand in which a map is affine, while all others depend on parameters only.
    private int? AffineOperand(Value map, Expression expression)
    {
        var places = Enumerable.Range(0, map.Operands.Count).Where(place => !_ofParameters.Contains(map.Operands[place])).ToArray();
        return places.Length == 1 && map.Operands[places[0]].Type.Equals(map.Type) && !Derivative.Of(expression, places[0]).Reads(places[0]) && IsRational(expression, places[0])
            ? places[0]
            : null;
    }

    // A step has a derivative that does not depend on its operand either.
    private static bool IsRational(Expression expression, int operand) =>
        !expression.Reads(operand)
        || (expression is Operand or Unary { Function: UnaryFunction.Negate } or Binary { Function: BinaryFunction.Add or BinaryFunction.Subtract or BinaryFunction.Multiply or BinaryFunction.Divide }
            && expression.Children().All(child => IsRational(child, operand)));
}
