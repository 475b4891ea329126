namespace Reenact.Comparing;

/// <summary>The numbers by which samples are drawn again: the same for a seed, on every machine and version (SplitMix64: G. L. Steele,
/// D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).</summary>
internal struct ResamplingRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 to below <paramref name="count"/>.</summary>
    public int Next(int count)
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        mixed ^= mixed >> 31;
        return (int)(((mixed >> 32) * (ulong)count) >> 32);
    }
}
