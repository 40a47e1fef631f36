using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Declarations;
using Xunit;

namespace NetGen.Generator.Tests.Incremental;

/// <summary>
/// What the generator keeps between runs holds values only. A symbol, a compilation, a piece of syntax or a location
/// would keep old compilations alive and make every edit a change.
/// </summary>
public sealed class CachedValueTests
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] CompilerAssemblies = [typeof(Compilation).Assembly, typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly];

    [Theory]
    [InlineData(typeof(NetworkDeclaration))]
    [InlineData(typeof(CompiledNetwork))]
    public void NoTypeOfTheCompilerIsReachable(Type root)
    {
        var found = new HashSet<Type>();
        Walk(root, root.Name, found);

        Assert.Contains(typeof(string), found);
    }

    [Fact]
    public void TheWalkSeesSymbolsThroughArraysAndBaseTypes()
    {
        Assert.ThrowsAny<Exception>(() => Walk(typeof(NetworkSymbol), "root", []));
        Assert.ThrowsAny<Exception>(() => Walk(typeof(List<Location>), "root", []));
    }

    [Fact]
    public void TheTrackedValuesAreThese()
    {
        var run = new IncrementalRun("using NetGen; [Network, Input(2), Dense(1), SquaredError] partial class Net;");

        Assert.IsType<NetworkDeclaration>(run.Outputs(NetworkGenerator.DeclarationStep).Single().Value);
        Assert.IsType<(TypeDeclaration, CompiledNetwork)>(run.Outputs(NetworkGenerator.SourceStep).Single().Value);
    }

    [Fact]
    public void EveryRecordIsEqualByValue()
    {
        static NetworkDeclaration Declaration() => (NetworkDeclaration)new IncrementalRun(
            "using NetGen; partial class Outer { [Network, Input(2, 3), Dense(1, Name = \"a\"), Activation(nameof(F)), SquaredError(Weight = 2)] partial class Net { int i; static float F(float x) => x > 0 ? x : 2 * x; } }")
            .Outputs(NetworkGenerator.DeclarationStep).Single().Value;

        Assert.Equal(Declaration(), Declaration());
        Assert.Equal(Declaration().GetHashCode(), Declaration().GetHashCode());
        Assert.Equal(NetworkCompiler.Compile(Declaration()), NetworkCompiler.Compile(Declaration()));
    }

    private static void Walk(Type type, string path, HashSet<Type> found)
    {
        if (!found.Add(type))
        {
            return;
        }

        Assert.False(CompilerAssemblies.Contains(type.Assembly), $"{path} is a {type}.");
        Assert.True(type != typeof(object) && !typeof(Delegate).IsAssignableFrom(type), $"{path} is a {type}, which can hold anything.");
        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
        {
            Walk(argument, path + "<>", found);
        }

        if (type.IsArray)
        {
            Walk(type.GetElementType()!, path + "[]", found);
        }
        else if (IsOwn(type))
        {
            foreach (var field in type.GetFields(Fields))
            {
                Walk(field.FieldType, $"{path}.{field.Name}", found);
            }

            // A field may hold any type derived from its own.
            foreach (var other in type.Assembly.GetTypes().Where(other => other.BaseType == type).Concat(Ancestors(type)))
            {
                Walk(other, $"{path}:{other.Name}", found);
            }
        }
        else
        {
            Assert.True(type.IsPrimitive || type == typeof(string) || typeof(IEnumerable).IsAssignableFrom(type), $"{path} is a {type}, which this walk does not know.");
        }
    }

    private static bool IsOwn(Type type) => type.Assembly == typeof(NetworkGenerator).Assembly;

    private static IEnumerable<Type> Ancestors(Type type) => type.BaseType is { } ancestor && IsOwn(ancestor) ? [ancestor] : [];
}
