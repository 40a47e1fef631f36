using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace NetGen.PlantedFaults.Faults;

/// <summary>A slip that someone could make, as a change of one text in one file.</summary>
/// <param name="Name">The name, unique in the catalogue.</param>
/// <param name="Kind">What sort of slip it is.</param>
/// <param name="File">The file, from the root of the repository.</param>
/// <param name="Original">The right text, which occurs exactly once in the file.</param>
/// <param name="Planted">The wrong text.</param>
/// <param name="Breaks">What is wrong then.</param>
/// <param name="Steps">The tests that fit, in the order in which they run; all other tests follow.</param>
internal sealed record Fault(
    string Name, FaultKind Kind, string File, string Original, string Planted, string Breaks, params IReadOnlyList<Step> Steps)
{
    /// <summary>The file with the fault.</summary>
    /// <param name="text">The file without it.</param>
    /// <exception cref="InvalidOperationException">The original text does not occur exactly once.</exception>
    public string PlantIn(string text)
    {
        var place = text.IndexOf(Original, StringComparison.Ordinal);
        return place >= 0 && text.IndexOf(Original, place + 1, StringComparison.Ordinal) < 0
            ? text[..place] + Planted + text[(place + Original.Length)..]
            : throw new InvalidOperationException($"'{Name}': {File} holds the original text not exactly once: {Original}");
    }

    /// <summary>What a result belongs to: this fault in this state of its file.</summary>
    /// <param name="text">The file without the fault.</param>
    public string Key(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Name + "\n" + PlantIn(text))))[..16];
}
