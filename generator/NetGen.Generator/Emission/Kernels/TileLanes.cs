using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Kernels;

/// <summary>
/// The lanes of a tile: four vectors where the machine has 32 registers, two where it has 16, one where a vector is as wide
/// as all lanes. Which of them it is, is a constant to the just-in-time compiler, and what stands under a condition that
/// is false costs nothing.
/// </summary>
internal sealed class TileLanes
{
    private readonly VectorType _type;
    private readonly long _needed;
    private readonly long _lanes;
    private readonly bool _onAnyMachine;
    private readonly bool _isWide;

    /// <param name="type">The vectors.</param>
    /// <param name="needed">How many lanes are to be computed; more may be, up to a whole panel.</param>
    /// <param name="onAnyMachine">Whether tiles are wide even where the machine has 16 registers.</param>
    public TileLanes(VectorType type, long needed, bool onAnyMachine = false)
        : this(type, needed, onAnyMachine, isWide: false)
    {
    }

    private TileLanes(VectorType type, long needed, bool onAnyMachine, bool isWide) =>
        (_type, _needed, _lanes, _onAnyMachine, _isWide) = (type, needed, Blocks.RoundUp(needed), onAnyMachine, isWide);

    /// <summary>How many vectors a tile has at most.</summary>
    public int MostVectors => _lanes >= 2 * _type.MostLanes ? 4 : _needed > _type.FewestLanes ? 2 : 1;

    /// <summary>Whether on some machine the lanes are not a whole number of tiles.</summary>
    public bool MayLeaveRemainder => new[] { 2 * Blocks.Size, 4 * Blocks.Size }.Any(width => width <= _lanes && _lanes % width != 0);

    /// <summary>The same lanes where it is known that tiles are four vectors wide.</summary>
    public TileLanes OfWideTiles() => new(_type, _needed, _onAnyMachine, isWide: true);

    /// <summary>The condition under which a tile has a vector; null where it always has.</summary>
    public string? Condition(int vector) =>
        IsOfWide(vector) ? "wide"
        : vector == 0 || MostVectors == 4 ? null
        : $"{_type.Count} < {Literals.Integer(_needed)}";

    /// <summary>Where the loop over the lanes ends.</summary>
    public string End => Literals.Integer(MostVectors == 4 ? _lanes : _needed);

    /// <summary>How many lanes a tile has, as emitted code names it.</summary>
    public string Width => MostVectors == 4 ? "width" : MostVectors == 1 ? _type.Count : $"2 * {_type.Count}";

    /// <summary>How many lanes the tile that begins at a lane has, or a few more.</summary>
    public string WidthFrom(string lane) => MostVectors == 4 ? "width" : _lanes == Blocks.Size ? $"Math.Min({Width}, {End} - {lane})" : Width;

    /// <summary>Where a lane of the tile lies from its first on, in memory of panels.</summary>
    public string Place(string lane, long stride) =>
        stride == Blocks.Size || MostVectors < 4 ? lane : $"Tiles.Place({lane}, {Literals.Integer(stride)})";

    /// <summary>What is declared before the loop over the lanes.</summary>
    public IEnumerable<string> Declarations()
    {
        if (MostVectors == 4)
        {
            yield return "// Tiles are four vectors of lanes wide where 32 registers hold them, two where there are 16: constants to the compiler.";
            yield return _onAnyMachine ? $"var wide = {Literals.Integer(_lanes)} >= 4 * {_type.Count};" : $"var wide = Tiles.AreWide<{_type.Keyword}>({Literals.Integer(_lanes)});";
            yield return $"var width = (wide ? 4 : 2) * {_type.Count};";
        }
    }

    /// <summary>Writes what is to be done for the vectors of a tile, those that are not always there under their condition.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="vectors">How many vectors.</param>
    /// <param name="write">Writes what is to be done for some of them.</param>
    public void ForEach(SourceWriter writer, int vectors, Action<int[]> write)
    {
        foreach (var group in Enumerable.Range(0, vectors).GroupBy(Condition))
        {
            if (group.Key is null)
            {
                write(group.ToArray());
            }
            else
            {
                writer.Block($"if ({group.Key})", () => write(group.ToArray()));
            }
        }
    }

    /// <summary>Whether only tiles of four vectors have a vector.</summary>
    public bool IsOfWide(int vector) => MostVectors == 4 && vector > 1 && !_isWide;

    /// <summary>A value for a vector where the tile has it, and nothing, or another, where it has not.</summary>
    public string IfPresent(int vector, string value, string otherwise = "default") => Condition(vector) is { } condition ? $"{condition} ? {value} : {otherwise}" : value;

    /// <summary>The lanes before a vector of the tile.</summary>
    public string Before(int vector) =>
        vector == 0 ? "0" : vector == 1 ? _type.Count : $"{Literals.Integer(vector)} * {_type.Count}";

    /// <summary>From the first lane of the tile to a vector, in memory of panels.</summary>
    public string Offset(int vector, long stride) =>
        vector == 0 ? "0"
        : stride == Blocks.Size || MostVectors < 4 ? Before(vector)
        : $"Tiles.Place({Before(vector)}, {Literals.Integer(stride)})";

    /// <summary>Where the tile's first lane lies in memory of panels.</summary>
    public string First(long stride) =>
        _lanes == Blocks.Size || stride == Blocks.Size ? "lane" : $"Tiles.Place(lane, {Literals.Integer(stride)})";
}
