using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NetGen.Samples.Digits.Sources;
using Xunit;

namespace NetGen.Tests.Samples;

public sealed class MnistDownloadTests
{
    // MD5 of "abc" and of "message digest", from the appendix of RFC 1321.
    private static readonly (string Name, string Md5)[] Files =
    [
        ("a.gz", "900150983cd24fb0d6963f7d28e17f72"),
        ("b.gz", "f96b697d7cb7938d525a2f31aaf161d0"),
    ];

    [Theory]
    [InlineData("http://host/mnist/")]
    [InlineData("http://host/mnist")]
    public async Task Files_are_fetched_and_checked(string mirror)
    {
        using var folder = new TemporaryFolder();
        using var server = new Server(new() { ["a.gz"] = "abc", ["b.gz"] = "message digest" });
        var notes = new List<string>();

        await Fetch(server, folder.File("new/mnist"), notes.Add, mirror);

        Assert.Equal("abc", File.ReadAllText(folder.File("new/mnist/a.gz")));
        Assert.Equal("message digest", File.ReadAllText(folder.File("new/mnist/b.gz")));
        Assert.Equal(2, Directory.GetFiles(folder.File("new/mnist")).Length);
        Assert.Equal(["http://host/mnist/a.gz", "http://host/mnist/b.gz"], server.Requests);
        Assert.Equal(["a.gz fetched, 3 bytes", "b.gz fetched, 14 bytes"], notes);
    }

    [Fact]
    public async Task Right_files_are_kept_and_wrong_ones_replaced()
    {
        using var folder = new TemporaryFolder();
        using var server = new Server(new() { ["b.gz"] = "message digest" });
        folder.Write("a.gz", "abc");
        folder.Write("b.gz", "cut o");

        await Fetch(server, folder.FullName, _ => { });

        Assert.Equal(["http://host/mnist/b.gz"], server.Requests);
        Assert.Equal("message digest", File.ReadAllText(folder.File("b.gz")));
    }

    [Fact]
    public async Task A_wrong_hash_is_refused_and_nothing_kept()
    {
        using var folder = new TemporaryFolder();
        using var server = new Server(new() { ["a.gz"] = "abd" });

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Fetch(server, folder.FullName, _ => { }));

        Assert.StartsWith("http://host/mnist/a.gz: expected a file with MD5 sum 900150983cd24fb0d6963f7d28e17f72, found ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public async Task A_file_that_is_not_served_is_named()
    {
        using var folder = new TemporaryFolder();
        using var server = new Server([]);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => Fetch(server, folder.FullName, _ => { }));

        Assert.StartsWith("http://host/mnist/a.gz: cannot be fetched: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.FullName));
    }

    [Fact]
    public void The_published_files_are_asked_for() => Assert.Equal(
        ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"],
        MnistFiles.All.Select(file => file.Name));

    private static async Task Fetch(Server server, string folder, Action<string> report, string mirror = "http://host/mnist/")
    {
        using var client = new HttpClient(server, disposeHandler: false);
        await new MnistDownload(client, new Uri(mirror), Files).FetchAsync(folder, report, CancellationToken.None);
    }

    private sealed class Server(Dictionary<string, string> files) : HttpMessageHandler
    {
        public List<string> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(files.TryGetValue(request.RequestUri.Segments[^1], out var content)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(content)) }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }
}
