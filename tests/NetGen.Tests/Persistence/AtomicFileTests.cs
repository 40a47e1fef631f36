using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading.Tasks;
using Xunit;

namespace NetGen.Tests.Persistence;

/// <summary>Files are replaced as a whole or not at all, and nothing but files is replaced.</summary>
public sealed class AtomicFileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static void LinkTo(TemporaryFolder folder, string name, string target) =>
        File.CreateSymbolicLink(folder.File(name), target);

    [Fact]
    public void A_failed_write_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a", "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public void A_failed_write_of_weights_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("w", "old");

        Assert.Throws<InvalidOperationException>(() => SafetensorsFile.Write(path, new BreakingTensors()));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public void Who_reads_the_old_weights_goes_on_reading_them()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("w", "old");
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        WeightedNetwork.Two().Filled().Save(path);

        Assert.Equal("old", reader.ReadToEnd());
        Assert.NotEqual("old", File.ReadAllText(path));
    }

    [Fact]
    public void A_check_leaves_everything_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("w", "old");

        NetworkPersistence.CheckPlace(path);
        NetworkPersistence.CheckPlace(folder.File("new"));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public void An_empty_file_is_replaced()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("w", string.Empty);

        NetworkPersistence.CheckPlace(path);
        AtomicFile.Write(path, stream => stream.WriteByte((byte)'n'));

        Assert.Equal("n", File.ReadAllText(path));
    }

    [Fact]
    public void A_link_stays_a_link_to_the_file_that_is_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("runs"));
        folder.Write("runs/7", "old");
        LinkTo(folder, "latest", "runs/7");
        LinkTo(folder, "w", "latest");

        AtomicFile.Write(folder.File("w"), stream => stream.WriteByte((byte)'n'));

        Assert.Equal("latest", new FileInfo(folder.File("w")).LinkTarget);
        Assert.Equal("runs/7", new FileInfo(folder.File("latest")).LinkTarget);
        Assert.Equal("n", File.ReadAllText(folder.File("runs/7")));
        Assert.Single(Directory.GetFileSystemEntries(folder.File("runs")));
    }

    [Fact]
    public void A_link_to_nothing_yet_makes_the_file_that_it_leads_to()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        LinkTo(folder, "w", "file");

        AtomicFile.Write(folder.File("w"), stream => stream.WriteByte((byte)'n'));

        Assert.Equal("file", new FileInfo(folder.File("w")).LinkTarget);
        Assert.Equal("n", File.ReadAllText(folder.File("file")));
    }

    [Fact]
    public void A_link_that_leads_to_no_file_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        LinkTo(folder, "circle", "circle");
        LinkTo(folder, "folder", ".");
        LinkTo(folder, "lost", "none/w");

        AssertRefused(folder.File("circle"), "Too many levels of symbolic links");
        AssertRefused(folder.File("folder"), $"'{folder.File("folder")}' is a folder; expected the name of a file.");
        AssertRefused(folder.File("lost"), $"'{folder.File("lost")}' cannot be written: there is no folder '{folder.File("none")}'.");
        Assert.Equal(3, Directory.GetFileSystemEntries(folder.FullName).Length);
    }

    [Fact]
    public async Task A_pipe_or_a_socket_is_refused_and_stays()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        using (var process = Process.Start("mkfifo", [folder.File("pipe")]))
        {
            await process.WaitForExitAsync();
        }

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(folder.File("socket")));
        LinkTo(folder, "link", "pipe");

        // Who opened a pipe would wait for its other end.
        foreach (var name in new[] { "pipe", "socket", "link" })
        {
            var path = folder.File(name);
            await Task.Run(() => AssertRefused(path, $"'{path}' is a device, a pipe or a socket; expected the name of a regular file.")).WaitAsync(Patience);
        }

        Assert.Equal(["link", "pipe", "socket"], Directory.GetFileSystemEntries(folder.FullName).Select(Path.GetFileName).Order());
        Assert.True(SpecialFile.Is(folder.File("pipe")));
    }

    [Fact]
    public void A_file_that_cannot_be_created_is_one_line_with_its_name()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(new string('w', 255));

        AssertRefused(path, $"'{path}' cannot be written: ");

        Assert.Empty(Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public void A_folder_that_takes_no_files_is_named()
    {
        // The mode of a folder does not hold for the superuser.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var locked = Directory.CreateDirectory(folder.File("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute).FullName;
        var path = Path.Combine(locked, "w");

        var error = Assert.Throws<UnauthorizedAccessException>(() => NetworkPersistence.CheckPlace(path));

        Assert.Equal($"'{path}' cannot be written: no new file may be created in '{locked}'.", error.Message);
        Assert.Throws<UnauthorizedAccessException>(() => WeightedNetwork.Two().Save(path));
    }

    private static void AssertRefused(string path, string message)
    {
        foreach (var attempt in new Action[] { () => NetworkPersistence.CheckPlace(path), () => WeightedNetwork.Two().Save(path) })
        {
            var error = Assert.ThrowsAny<IOException>(attempt);
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    /// <summary>Two tensors that can be listed for the header once; when their data are asked for, the second is lost.</summary>
    private sealed class BreakingTensors : IReadOnlyList<StoredTensor>
    {
        private int _passes;

        public int Count => 2;

        public StoredTensor this[int index] => StoredTensor.From($"t{index}", new float[4], 4);

        public IEnumerator<StoredTensor> GetEnumerator()
        {
            _passes++;
            yield return this[0];
            yield return _passes == 1 ? this[1] : throw new InvalidOperationException();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
