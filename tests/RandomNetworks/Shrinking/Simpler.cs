using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.RandomNetworks.Shrinking;

/// <summary>Arguments that are simpler than an argument. Each is nearer to the simplest of its kind, so that shrinking ends.</summary>
internal static class Simpler
{
    private static readonly int[] SimpleIntegers = [1, 0, 2];

    // Neither half is rounded, and both are plain.
    private static readonly double[] SimpleNumbers = [1, 0.5, 0];

    public static IEnumerable<object> Than(object value) => value switch
    {
        bool flag => flag ? [false] : [],
        Enum member => Convert.ToInt64(member, null) == 0 ? [] : [Enum.ToObject(member.GetType(), 0)],
        int number => Integers(number).Cast<object>(),
        int[] numbers => Arrays(numbers),
        string[] names when names.Length > 1 => Enumerable.Range(0, names.Length).Select(i => names.Where((_, place) => place != i).ToArray()),
        double number => SimpleNumbers.TakeWhile(simple => BitConverter.DoubleToInt64Bits(simple) != BitConverter.DoubleToInt64Bits(number)).Cast<object>(),
        _ => [],
    };

    /// <summary>1, which is right nearly everywhere, then 0, then numbers nearer to these.</summary>
    private static IEnumerable<int> Integers(int number)
    {
        var nearer = number < 0 ? new[] { number / 2, number + 1 } : number > 2 ? [number / 2, number - 1] : [];
        return SimpleIntegers.TakeWhile(simple => simple != number).Concat(nearer.Except(SimpleIntegers));
    }

    private static IEnumerable<object> Arrays(int[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers.Length > 1)
            {
                yield return numbers.Where((_, place) => place != i).ToArray();
            }

            foreach (var simpler in Integers(numbers[i]))
            {
                yield return numbers.Select((number, place) => place == i ? simpler : number).ToArray();
            }
        }
    }
}
