using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Declarations;
using NetGen.Testing;

namespace NetGen.RandomNetworks.Declarations;

/// <summary>Writes random own activations and losses, and reads them as the compiler does.</summary>
internal static class OwnMethods
{
    /// <summary>The class beside the network whose methods own methods call.</summary>
    public const string HelperClass = "Helpers";

    /// <summary>A constant of that class.</summary>
    public const string HelperConstant = "Slope";

    private const int MostDepth = 4;

    /// <summary>Two activations and two losses, each of which may call those before it and two helpers in another class, one of the other precision.</summary>
    public static ImmutableArray<OwnMethod> Write(Random random, bool isDouble)
    {
        var methods = new List<OwnMethod>();
        Add(new OwnMethod("Twist", ["value"], isDouble, IsHelper: true, IsExtension: true));
        Add(new OwnMethod("Wide", ["first", "second"], !isDouble, IsHelper: true, IsExtension: false));
        Add(new OwnMethod("Bend", ["x"], isDouble));
        Add(new OwnMethod("Curve", ["x"], isDouble));
        Add(new OwnMethod("Miss", ["prediction", "target"], isDouble));
        Add(new OwnMethod("Gap", ["prediction", "target"], isDouble));
        return Read(methods);

        void Add(OwnMethod method) => methods.Add(method with
        {
            // Methods that call others have the depth of both, and bounds have to hold through all of it.
            Body = new OwnExpressions(random, method.IsDouble, [.. method.ParameterNames], methods).Write(random.Next(1, method.IsHelper ? 3 : MostDepth + 1)),
        });
    }

    /// <summary>The methods with what the compiler reads of each.</summary>
    public static ImmutableArray<OwnMethod> Read(IReadOnlyList<OwnMethod> methods)
    {
        var own = string.Join('\n', methods.Where(method => !method.IsHelper).Select(method => method.Text));
        var compilation = TestCompilation.Create($"using System;\ninternal static class {RandomNetwork.ClassName}\n{{\n{own}\n}}\n{Helpers(methods)}");
        return [.. methods.Select(method => method with { Function = Read(method, compilation) })];
    }

    /// <summary>The class of the helpers among some methods.</summary>
    public static string Helpers(IEnumerable<OwnMethod> methods)
    {
        var members = methods.Where(method => method.IsHelper).Select(method => method.Text).Prepend($"public const double {HelperConstant} = 0.3;");
        return $"internal static class {HelperClass}\n{{\n{string.Join("\n\n", members.Select(member => "    " + member))}\n}}\n";
    }

    private static FunctionDeclaration? Read(OwnMethod method, Compilation compilation)
    {
        var type = compilation.GetTypeByMetadataName(method.IsHelper ? HelperClass : RandomNetwork.ClassName)!;
        return FunctionReader.Read(type, method.Name, method.ParameterNames.Length, compilation, CancellationToken.None);
    }
}

/// <summary>An own method.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ParameterNames">Its parameters.</param>
/// <param name="IsDouble">Whether it computes in double precision.</param>
/// <param name="IsHelper">Whether it stands in a class of its own beside the network.</param>
/// <param name="IsExtension">Whether it extends the type of its first parameter.</param>
internal sealed record OwnMethod(string Name, ImmutableArray<string> ParameterNames, bool IsDouble, bool IsHelper = false, bool IsExtension = false)
{
    /// <summary>The expression as C#.</summary>
    public string Body { get; init; } = string.Empty;

    /// <summary>What the compiler reads of it.</summary>
    public FunctionDeclaration? Function { get; init; }

    /// <summary>The method as C#.</summary>
    public string Text
    {
        get
        {
            var number = IsDouble ? "double" : "float";
            var parameters = ParameterNames.Select((name, i) => $"{(i == 0 && IsExtension ? "this " : string.Empty)}{number} {name}");
            return $"{(IsHelper ? "public" : "private")} static {number} {Name}({string.Join(", ", parameters)}) => {Body};";
        }
    }
}
