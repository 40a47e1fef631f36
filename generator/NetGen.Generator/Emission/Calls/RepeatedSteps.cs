using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Emission.Calls;

/// <summary>Some steps that are made several times, one after the other.</summary>
/// <param name="Start">The first step of the first time.</param>
/// <param name="Period">How many steps are made each time.</param>
/// <param name="Count">How many times, one where nothing is repeated.</param>
internal sealed record RepeatedSteps(int Start, int Period, int Count)
{
    /// <summary>A loop that saves fewer calls than this is harder to read than the calls.</summary>
    private const int FewestSaved = 16;

    /// <summary>The longest repetition that is looked for: more than a block of some layers takes with its gradients.</summary>
    private const int LongestPeriod = 256;

    /// <summary>Parts steps into those that are repeated and those that are not, in order.</summary>
    /// <param name="keys">What is the same where a step is repeated.</param>
    /// <param name="calls">How many calls each step is; one unless said.</param>
    public static IReadOnlyList<RepeatedSteps> Of(IReadOnlyList<string> keys, IReadOnlyList<int>? calls = null)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var steps = keys.Select(key => numbers.TryGetValue(key, out var number) ? number : numbers[key] = numbers.Count).ToArray();
        var found = new List<RepeatedSteps>();
        var before = new int[steps.Length + 1];
        for (var i = 0; i < steps.Length; i++)
        {
            before[i + 1] = before[i] + (calls?[i] ?? 1);
        }

        Part(steps, before, 0, steps.Length, found);
        return found;
    }

    // The repetition that saves most, and then those before and behind it.
    private static void Part(int[] steps, int[] before, int start, int end, List<RepeatedSteps> found)
    {
        if (start == end)
        {
            return;
        }

        if (Best(steps, before, start, end) is not { } best)
        {
            found.Add(new RepeatedSteps(start, end - start, 1));
            return;
        }

        Part(steps, before, start, best.Start, found);
        found.Add(best);
        Part(steps, before, best.Start + (best.Period * best.Count), end, found);
    }

    private static RepeatedSteps? Best(int[] steps, int[] before, int start, int end)
    {
        RepeatedSteps? best = null;
        var saved = FewestSaved - 1;
        for (var period = 1; period <= LongestPeriod && period * 2 <= end - start; period++)
        {
            var same = 0;
            for (var i = start; i + period < end; i++)
            {
                same = steps[i] == steps[i + period] ? same + 1 : 0;
                var calls = before[i + 1] - before[i + 1 - (same / period * period)];
                if (calls > saved)
                {
                    saved = calls;
                    best = new RepeatedSteps(i + 1 - same, period, (same / period) + 1);
                }
            }
        }

        return best;
    }
}
