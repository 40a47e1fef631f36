using System.Linq;
using NetGen.Testing.Numbers;

namespace NetGen.RandomNetworks.Checks;

/// <summary>What lies between gradients and fills their last blocks is zero: norms and optimisers read whole blocks.</summary>
internal static class PaddingCheck
{
    /// <summary>Fills all gradients with NaN and leaves what is between them.</summary>
    public static void Spoil(NetworkRun run)
    {
        foreach (var segment in run.Gradients.Segments)
        {
            run.FillGradient(segment, double.NaN);
        }
    }

    public static void Run(NetworkRun run, string method)
    {
        var numbers = Columns.Read(run.Gradients.Buffer);
        var owned = new bool[numbers.Length];
        foreach (var segment in run.Gradients.Segments)
        {
            for (var i = 0; i < segment.Count; i++)
            {
                owned[segment.Locate(i)] = true;
            }
        }

        if (Enumerable.Range(0, numbers.Length).FirstOrDefault(i => !owned[i] && !Bits.AreSame(numbers[i], 0), -1) is >= 0 and var place)
        {
            CheckFailedException.Throw("guards", $"{method} wrote {numbers[place]} at {place} of the gradients of {numbers.Length}, which is padding.");
        }
    }
}
