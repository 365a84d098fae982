namespace Daytwo.Proof.Measuring;

/// <summary>What to measure.</summary>
public sealed record MeasuringOptions
{
    /// <summary>Requests of each kind in each round.</summary>
    public int Requests { get; init; } = 200;

    /// <summary>Rounds; in each, every setup is put in force, measured and removed, so that what else the machine does falls on all.</summary>
    public int Rounds { get; init; } = 3;

    public IReadOnlyList<int> Concurrencies { get; init; } = [1, 10, 50];

    public IReadOnlyList<int> RuleCounts { get; init; } = [1, 10, 50, 200];

    /// <summary>The number of rules that is also measured with rules that are not about the requests.</summary>
    public int NotMatching { get; init; } = 50;
}
