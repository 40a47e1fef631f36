using System;
using System.Formats.Tar;
using System.IO;

namespace NetGen;

/// <summary>Tells devices, pipes and sockets from regular files without opening them, which could wait for ever or do something.</summary>
internal static class SpecialFile
{
    /// <summary>Whether there is something at a path that is neither a regular file nor a folder.</summary>
    /// <param name="path">The path, which is no link.</param>
    public static bool Is(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return false;
        }

        // Unlike regular files, special ones have no length, so that no content is ever read below.
        return file.Attributes.HasFlag(FileAttributes.Device) || (file.Length == 0 && !OperatingSystem.IsWindows() && !IsRegular(path));
    }

    /// <summary>
    /// Whether an archive would take an empty file for a regular one. The attributes of .NET do not say what kind of file a
    /// Unix system has at a path; the entries of archives do, and that of a special file is made without opening it.
    /// </summary>
    private static bool IsRegular(string path)
    {
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Gnu, leaveOpen: true))
            {
                writer.WriteEntry(path, entryName: "file");
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType == TarEntryType.RegularFile;
        }
        catch (UnauthorizedAccessException)
        {
            // Only regular files are opened; one that may be replaced need not be readable.
            return true;
        }
        catch (IOException)
        {
            // Archives have no entries for sockets.
            return false;
        }
    }
}
