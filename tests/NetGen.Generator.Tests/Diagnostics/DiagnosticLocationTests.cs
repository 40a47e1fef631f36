using NetGen.Generator.Tests.Testing;
using Xunit;

namespace NetGen.Generator.Tests.Diagnostics;

public sealed class DiagnosticLocationTests
{
    [Theory]
    [InlineData("[Network, Input(2), Dense([|0|])] partial class Net;", "NG0201", "units of Dense 'dense1' must be positive; it is 0")]
    [InlineData("[Network, Input(2, [|-2|]), Dense(1)] partial class Net;", "NG0201", "Size 1 of Input 'input' must be positive; it is -2")]
    [InlineData("[Network, Input(new[] { 2, [|-2|] }), Dense(1)] partial class Net;", "NG0201")]
    [InlineData("[Network, Input(new int[] { 2, [|-2|] }), Dense(1)] partial class Net;", "NG0201")]
    [InlineData("[Network, Input([2, [|-2|]]), Dense(1)] partial class Net;", "NG0201")]
    [InlineData("[Network, Input(shape: [2, [|-2|]]), Dense(1)] partial class Net;", "NG0201")]
    [InlineData("[Network, Input(2), Dense(units: [|0|])] partial class Net;", "NG0201")]
    public void TheArgumentIsMarked(string source, string id, string? message = null) => Expect.Diagnostic("using NetGen;\n" + source, id, message);
}
