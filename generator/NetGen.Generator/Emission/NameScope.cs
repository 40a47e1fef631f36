using System.Collections.Generic;

namespace NetGen.Generator.Emission;

/// <summary>The names of one scope of emitted code: hands out each name once.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken;

    /// <summary>A scope in which <paramref name="taken"/> are in use already: parameters, locals of the caller.</summary>
    public NameScope(params IEnumerable<string> taken) => _taken = [.. taken];

    /// <summary>Takes a name as it is, unless it is in use.</summary>
    public bool TryTake(string name) => _taken.Add(name);

    /// <summary>The scope of a block inside this one: names handed out there are free again behind it.</summary>
    public NameScope Block() => new(_taken);

    /// <summary><paramref name="hint"/>, or the hint with the first number from 2 that makes it new.</summary>
    public string Unique(string hint)
    {
        var name = hint;
        for (var number = 2; !_taken.Add(name); number++)
        {
            // After a digit the number needs a separator: dense1, dense1_2.
            name = hint + (hint.Length > 0 && char.IsDigit(hint[hint.Length - 1]) ? "_" : string.Empty) + Literals.Integer(number);
        }

        return name;
    }
}
