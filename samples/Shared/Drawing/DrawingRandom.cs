namespace NetGen.Samples.Shared.Drawing;

/// <summary>
/// Random numbers that are a function of seed, stream, image and draw alone, so that images can be made in any order by
/// any number of threads. Each is the mixing function of SplitMix64 (Steele, Lea and Flood, 2014) over a counter.
/// </summary>
internal struct DrawingRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state;

    public DrawingRandom(ulong seed, ulong stream, ulong image) => _state = Mix(Mix(Mix(seed + Golden) + stream) + image);

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double Uniform()
    {
        _state += Golden;
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number in [low, high).</summary>
    public double Uniform(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>
    /// A number with mean 0 and deviation 1 that is nearly normal: the sum of four uniform ones. It needs no logarithm and
    /// no cosine, whose last bits differ from machine to machine.
    /// </summary>
    public double Normal() => (Uniform() + Uniform() + Uniform() + Uniform() - 2) * 1.7320508075688772;

    /// <summary>One of the numbers [0, count).</summary>
    public int Choose(int count) => (int)(Uniform() * count);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
