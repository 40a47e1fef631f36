using System;
using System.IO;

namespace NetGen;

/// <summary>Writes files that are either there as a whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes to a temporary file in the same folder, flushes it to the disk and renames it, so that a reader sees the old
    /// file or the new one and an error leaves the old one as it was. A symbolic link stays one: the file that it leads to
    /// is replaced.
    /// </summary>
    /// <param name="path">The file to create or to replace.</param>
    /// <param name="write">Writes its content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes no new files from this user.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var target = FindTarget(path);
        var temporary = TemporaryFor(target);
        var stream = Create(temporary, path);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Checks that <see cref="Write"/> has a place to write to, and leaves everything as it was.</summary>
    /// <param name="path">The file to be created or replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder takes no new files from this user.</exception>
    public static void Check(string path)
    {
        var temporary = TemporaryFor(FindTarget(path));
        Create(temporary, path).Dispose();
        File.Delete(temporary);
    }

    /// <summary>The file that is to be created or replaced, at the end of all links; refuses what is no regular file.</summary>
    private static string FindTarget(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target))
        {
            throw new IOException($"'{path}' is a folder; expected the name of a file.");
        }

        if (new FileInfo(target).LinkTarget is not null)
        {
            target = File.ResolveLinkTarget(target, returnFinalTarget: true)!.FullName;
        }

        var folder = Path.GetDirectoryName(target);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"'{path}' cannot be written: there is no folder '{folder}'.");
        }

        return SpecialFile.Is(target)
            ? throw new IOException($"'{path}' is a device, a pipe or a socket; expected the name of a regular file.")
            : target;
    }

    private static string TemporaryFor(string target) => $"{target}.{Path.GetRandomFileName()}.tmp";

    private static FileStream Create(string temporary, string path)
    {
        try
        {
            return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (UnauthorizedAccessException error)
        {
            // The system speaks of the temporary file, of which the user knows nothing.
            throw new UnauthorizedAccessException(
                $"'{path}' cannot be written: no new file may be created in '{Path.GetDirectoryName(temporary)}'.", error);
        }
        catch (IOException error)
        {
            throw new IOException($"'{path}' cannot be written: {error.Message}", error);
        }
    }
}
