using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace NetGen.Samples.Digits.Sources;

/// <summary>Fetches files and keeps only those whose hash is the published one.</summary>
internal sealed class MnistDownload(HttpClient client, Uri mirror, IReadOnlyList<(string Name, string Md5)> files)
{
    /// <summary>Makes sure that a folder holds all files: those that are there and right are kept, the others are fetched.</summary>
    /// <param name="folder">The folder; it is created where it is missing.</param>
    /// <param name="report">Is told of each file.</param>
    /// <param name="cancellation">Ends the download; no file is left half-written.</param>
    /// <exception cref="HttpRequestException">A file cannot be fetched.</exception>
    /// <exception cref="InvalidDataException">What was fetched has another hash.</exception>
    public async Task FetchAsync(string folder, Action<string> report, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, md5) in files)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path) && await HashAsync(path, cancellation) == md5)
            {
                report($"{name} is there already");
                continue;
            }

            await FetchAsync(name, path, md5, cancellation);
            report($"{name} fetched, {new FileInfo(path).Length} bytes");
        }
    }

    private async Task FetchAsync(string name, string path, string md5, CancellationToken cancellation)
    {
        var address = new Uri(mirror.AbsoluteUri.EndsWith('/') ? mirror : new Uri(mirror.AbsoluteUri + "/"), name);
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            await CopyAsync(address, temporary, cancellation);
            var found = await HashAsync(temporary, cancellation);
            if (found != md5)
            {
                throw new InvalidDataException($"{address}: expected a file with MD5 sum {md5}, found {found}; it was not kept.");
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task CopyAsync(Uri address, string path, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            response.EnsureSuccessStatusCode();
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await response.Content.CopyToAsync(file, cancellation);
            file.Flush(flushToDisk: true);
        }
        catch (HttpRequestException error)
        {
            throw new HttpRequestException($"{address}: cannot be fetched: {error.Message}", error, error.StatusCode);
        }
    }

    [SuppressMessage("Security", "CA5351", Justification = "MD5 is the hash that is published for these files; it guards against damage, not against forgery.")]
    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Convert.ToHexStringLower(await MD5.HashDataAsync(file, cancellation));
    }
}
