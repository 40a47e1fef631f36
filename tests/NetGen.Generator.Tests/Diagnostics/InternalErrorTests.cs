using System;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Declarations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>What nobody foresaw is a diagnostic and no exception.</summary>
public sealed class InternalErrorTests
{
    // The reader lets no such kind through, so that lowering stumbles over it.
    private static readonly NetworkDeclaration Broken = new(
        new TypeDeclaration("", "Net", "Net", Array<ContainingType>(), Array<string>()),
        IsDouble: false,
        L1: 0,
        L2: 0,
        Array(
            new LayerDeclaration("Input", null, null, Array(new Argument("shape", Array(2.0), Array<string>()))),
            new LayerDeclaration("Nonsense", null, null, Array<Argument>())),
        Array<DeclarationError>());

    [Fact]
    public void AnExceptionBecomesNG0999AndTheMembersStay()
    {
        var network = NetworkCompiler.Compile(Broken);

        var error = Assert.Single(network.Errors);
        Assert.Equal(DiagnosticIds.InternalError, error.Id);
        Assert.Equal(typeof(System.Collections.Generic.KeyNotFoundException).FullName, error.MessageArguments[0]);
        Assert.Contains("partial class Net", network.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void TheMessageAsksForAReport()
    {
        var error = InternalError.From(new InvalidOperationException("A loop was not closed."));

        Assert.Equal("NetGen has an internal error, please report it: System.InvalidOperationException: A loop was not closed.", ErrorText.Of(error));
    }

    [Fact]
    public void TheGeneratorReportsWhatOnlyItCanSee()
    {
        var diagnostic = GeneratorDiagnostic.Of(InternalError.From(new InvalidOperationException("x")), Broken.Type);

        Assert.Equal(("NG0999", DiagnosticSeverity.Error, Location.None), (diagnostic.Id, diagnostic.Severity, diagnostic.Location));
        Assert.StartsWith("Net: ", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static EquatableArray<T> Array<T>(params T[] items)
        where T : IEquatable<T> => new(items);
}
