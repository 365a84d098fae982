using System.Diagnostics.CodeAnalysis;

namespace Daytwo.Runtime.Machines;

/// <summary>Pseudo-random numbers for jitter, from any thread; the same seed gives the same sequence. Not for secrets.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Spreads retries over time; nothing secret depends on it.")]
public sealed class SeededRandom(int seed) : IRandom
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    public double NextDouble()
    {
        lock (_gate)
        {
            return _random.NextDouble();
        }
    }
}
