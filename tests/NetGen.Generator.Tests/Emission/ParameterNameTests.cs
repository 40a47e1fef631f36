using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>The parameters of the generated methods bear the names of the declaration.</summary>
public sealed class ParameterNameTests
{
    private const string Twins = """
        using NetGen;

        [Network]
        [Input(2, Name = "state"), Dense(2, Name = "next"), SquaredError(Target = "next")]
        internal sealed partial class Twins;
        """;

    [Theory]
    [InlineData("Predict", "state next")]
    [InlineData("Forward", "state next workspace")]
    [InlineData("Backward", "nextGradient workspace gradients stateGradient")]
    [InlineData("LossAndGradient", "state target workspace gradients sampleWeights")]
    public void AResultIsNamedAsItsLayer(string method, string expected)
    {
        var source = Twins.Replace("SquaredError(Target = \"next\")", "Output(Name = \"next\"), SquaredError", System.StringComparison.Ordinal);
        Assert.Equal(expected, Parameters(source, method));
    }

    [Theory]
    [InlineData("Predict", "state next")]
    [InlineData("LossAndGradient", "state next workspace gradients sampleWeights")]
    [InlineData("Loss", "state next workspace sampleWeights prediction")]
    public void ATargetMayShareTheNameOfAResult(string method, string expected)
    {
        var source = Twins.Replace("SquaredError", "Output(Name = \"next\"), SquaredError", System.StringComparison.Ordinal);
        Assert.Equal(expected, Parameters(source, method));
    }

    [Fact]
    public void NamesThatLookLikeThoseOfGeneratedLocalsAreNoHindrance() => Expect.Clean("""
        using NetGen;

        [Network]
        [Input(2, Name = "a"), Input(2, Name = "aData"), Input(2, Name = "shared"), Input(2, Name = "keptA")]
        [Add("a", "aData", "shared", "keptA", Name = "parameters"), Dense(2, Name = "capacity"), Dense(2, Name = "gradient")]
        [SquaredError(Target = "perSample")]
        internal sealed partial class Odd;
        """);

    private static string Parameters(string source, string method)
    {
        var type = Expect.Clean(source).Compilation.GetTypeByMetadataName("Twins")!;
        return string.Join(' ', type.GetMembers(method).OfType<IMethodSymbol>().Single().Parameters.Select(parameter => parameter.Name));
    }
}
