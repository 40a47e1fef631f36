using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace NetGen.PlantedFaults.Running;

/// <summary>
/// A copy of the working tree, with what is not committed but without what git ignores. Faults are planted here and never in
/// the tree itself; what was built here before is built on.
/// </summary>
internal sealed class WorkingCopy : IDisposable
{
    private static readonly string[] s_built = ["bin", "obj", "TestResults"];

    // The pages in which the results stand: no test reads them.
    private static readonly string[] s_aboutResults = ["docs/reliability.md", "CONTRIBUTING.md"];

    private readonly string _source;
    private FileStream? _lock;

    /// <param name="source">The root of the repository.</param>
    /// <param name="folder">The folder of the copy.</param>
    public WorkingCopy(string source, string folder)
    {
        (_source, Folder) = (source, folder);
        if (Path.GetFullPath(folder).StartsWith(Path.GetFullPath(source) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || Path.GetFullPath(folder) == Path.GetFullPath(source))
        {
            throw new ArgumentException($"The copy must lie outside the repository, not in {folder}.", nameof(folder));
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Marker))
        {
            throw new ArgumentException($"{folder} holds files that are no copy of this program.", nameof(folder));
        }
    }

    public string Folder { get; }

    // A folder without it is not ours, and nothing is deleted there.
    private string Marker => Path.Combine(Folder, ".planted-faults");

    /// <summary>Makes the copy equal to the tree; files that are equal already keep their times, so that builds stay incremental.</summary>
    /// <returns>A hash of what the results of tests depend on.</returns>
    public string Synchronize()
    {
        Directory.CreateDirectory(Folder);
        _lock ??= Lock();
        var files = SourceFiles().ToHashSet(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(Path.Combine(_source, file));
            Write(file, content);
            if (!file.StartsWith("tests/PlantedFaults/", StringComparison.Ordinal) && !s_aboutResults.Contains(file))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(file));
                hash.AppendData(content);
            }
        }

        foreach (var file in CopiedFiles().Where(file => !files.Contains(file)).ToArray())
        {
            File.Delete(Path.Combine(Folder, file));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Dispose() => _lock?.Dispose();

    // Two runs in one copy would find each other's faults.
    private FileStream Lock()
    {
        try
        {
            return new FileStream(Marker, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException($"Another run uses {Folder}: wait for it, or name another folder.", exception);
        }
    }

    private void Write(string file, byte[] content)
    {
        var target = Path.Combine(Folder, file);
        if (!File.Exists(target) || !File.ReadAllBytes(target).AsSpan().SequenceEqual(content))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, content);
        }
    }

    private IEnumerable<string> SourceFiles() =>
        Repository.Git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(name => File.Exists(Path.Combine(_source, name)));

    private IEnumerable<string> CopiedFiles() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
        .Where(path => path != Path.GetFileName(Marker) && !path.Split('/').Any(s_built.Contains));
}
