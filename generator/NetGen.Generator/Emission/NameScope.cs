using System.Collections.Generic;

namespace NetGen.Generator.Emission;

/// <summary>The names of one scope of emitted code: hands out each name once.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken;
    private readonly NameScope? _outer;
    private readonly HashSet<string> _inner = [];

    /// <summary>A scope in which <paramref name="taken"/> are in use already: parameters, locals of the caller.</summary>
    public NameScope(params IEnumerable<string> taken) => _taken = [.. taken];

    private NameScope(NameScope outer)
        : this(outer._taken) => _outer = outer;

    /// <summary>Takes a name as it is, unless it is in use.</summary>
    public bool TryTake(string name)
    {
        if (_inner.Contains(name) || !_taken.Add(name))
        {
            return false;
        }

        _outer?.Reserve(name);
        return true;
    }

    /// <summary>The scope of another method or of a block behind which this one hands out no more names: those of the block are free again behind it.</summary>
    public NameScope Block() => new(_taken);

    /// <summary>
    /// The scope of a block inside this one. Blocks beside each other may have the same names; this scope, which reaches into
    /// all of them, hands out none that one of them has.
    /// </summary>
    public NameScope Nested() => new(this);

    private void Reserve(string name)
    {
        _inner.Add(name);
        _outer?.Reserve(name);
    }

    /// <summary><paramref name="hint"/>, or the hint with the first number from 2 that makes it new.</summary>
    public string Unique(string hint)
    {
        var name = hint;
        for (var number = 2; !TryTake(name); number++)
        {
            // After a digit the number needs a separator: dense1, dense1_2.
            name = hint + (hint.Length > 0 && char.IsDigit(hint[hint.Length - 1]) ? "_" : string.Empty) + Literals.Integer(number);
        }

        return name;
    }
}
