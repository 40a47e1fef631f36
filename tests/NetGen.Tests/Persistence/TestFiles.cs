using System;

namespace NetGen.Tests.Persistence;

/// <summary>The files that <c>safetensors_peer.py</c> wrote or was shown.</summary>
internal static class TestFiles
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Persistence", "Files", name);
}
