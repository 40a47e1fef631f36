using Microsoft.CodeAnalysis;
using NetGen.Generator.Expressions;

namespace NetGen.Generator.Declarations;

/// <summary>A user's own scalar method as an expression over its parameters in their order; equal by value.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="ParameterCount">The number of parameters.</param>
/// <param name="Body">The expression, simplified.</param>
internal sealed record ScalarFunction(string Name, int ParameterCount, Expression Body);

/// <summary>What reading a method gave: either the function, or why there is none. Not for the cached model: it has a location.</summary>
/// <param name="Function">The function, or null.</param>
/// <param name="Failure">What cannot be read, as the end of a sentence about the method: <c>it uses the method MathF.Floor</c>.</param>
/// <param name="Location">Where that stands.</param>
internal sealed record FunctionReading(ScalarFunction? Function, string? Failure, Location? Location);
