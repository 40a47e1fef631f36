using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>
/// Compares a text with a file beside the test, by the conventions of Verify: <c>Class.Method.verified.cs</c> is what is
/// expected; on a difference <c>Class.Method.received.cs</c> is written, and accepting a change means renaming it. The
/// whole convention is in this file, so that taking Verify.SourceGenerators in its place changes nothing else.
/// </summary>
internal static class Snapshot
{
    private const int ContextLines = 3;

    /// <summary>Fails unless <paramref name="text"/> is what the verified file holds.</summary>
    /// <param name="text">The text, with <c>\n</c> line ends.</param>
    /// <param name="name">What the files are named besides the test class: the test method, or with parameters a name for each case.</param>
    /// <param name="extension">The ending of the files.</param>
    /// <param name="testFile">The file of the test.</param>
    public static void Verify(
        string text, [CallerMemberName] string name = "", string extension = "cs", [CallerFilePath] string testFile = "")
    {
        var files = Path.Combine(Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{name}");
        Compare(text, $"{files}.verified.{extension}", $"{files}.received.{extension}");
    }

    /// <summary>Compares with a verified file, and writes or removes the received one.</summary>
    public static void Compare(string text, string verifiedFile, string receivedFile)
    {
        var verified = File.Exists(verifiedFile) ? File.ReadAllText(verifiedFile).ReplaceLineEndings("\n") : null;
        if (text == verified)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var what = verified is null ? "There is no verified file." : Difference(verified.Split('\n'), text.Split('\n'));
        throw new XunitException(
            $"{what}\nIf the new text is right, rename\n  {receivedFile}\nto\n  {verifiedFile}");
    }

    // From the first line that differs to the last, with some lines around them.
    private static string Difference(string[] verified, string[] received)
    {
        var start = verified.Zip(received).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(verified.Length, received.Length) - start;
        var end = verified.Reverse().Zip(received.Reverse()).Take(most).TakeWhile(pair => pair.First == pair.Second).Count();
        var diff = new StringBuilder($"The text differs from the verified file in line {start + 1}:\n");
        Append(diff, "  ", verified[Math.Max(0, start - ContextLines)..start]);
        Append(diff, "- ", verified[start..^end]);
        Append(diff, "+ ", received[start..^end]);
        Append(diff, "  ", verified[^end..].Take(ContextLines).ToArray());
        return diff.ToString();
    }

    private static void Append(StringBuilder diff, string mark, string[] lines)
    {
        const int Most = 40;
        foreach (var line in lines.Take(Most))
        {
            diff.Append(mark).Append(line).Append('\n');
        }

        if (lines.Length > Most)
        {
            diff.Append(mark).Append($"… and {lines.Length - Most} more lines\n");
        }
    }
}
