using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Testing;

/// <summary>
/// Compiled networks that several runs of the tests share, in the folder that the environment variable <c>NETGEN_TEST_ASSEMBLIES</c> names; without it each run compiles its own.
/// Runs of <c>.ci/run</c> differ in what the processor offers, of which emitted code knows nothing.
/// </summary>
internal static class AssemblyStore
{
    private const string Variable = "NETGEN_TEST_ASSEMBLIES";

    /// <summary>An assembly from an earlier run, or one that is compiled now and kept.</summary>
    /// <param name="sources">The declarations.</param>
    /// <param name="compile">Compiles them, and says whether the compiler had nothing to say: only then the assembly is kept.</param>
    public static byte[] Get(IReadOnlyList<string> sources, Func<(byte[] Image, bool IsClean)> compile)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
        {
            return compile().Image;
        }

        var path = Path.Combine(folder, Key(sources) + ".dll");
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        var (image, isClean) = compile();
        if (isClean)
        {
            // Another process never sees a part of it.
            var part = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(part, image);
            File.Move(part, path, overwrite: true);
        }

        return image;
    }

    // Builds are deterministic: the same identity of a module is the same code.
    private static string Key(IReadOnlyList<string> sources)
    {
        var modules = new[] { typeof(NetworkGenerator), typeof(INetwork), typeof(CSharpCompilation), typeof(TestCompilation) }.Select(type => type.Module.ModuleVersionId.ToString());
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', modules.Concat(sources)))));
    }
}
