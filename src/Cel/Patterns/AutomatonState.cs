namespace Daytwo.Cel.Patterns;

/// <summary>A state of a <see cref="LazyAutomaton"/>: the threads that live, first ones first, before the place's assertions are decided.</summary>
/// <param name="threads">Instructions.</param>
/// <param name="passed">What was read last.</param>
/// <param name="matched">Whether the pattern matched before what was read last.</param>
/// <param name="searching">Whether a match may still begin.</param>
internal sealed class AutomatonState(int[] threads, Surroundings passed, bool matched, bool searching, int classes) : IEquatable<AutomatonState>
{
    public int[] Threads { get; } = threads;

    public Surroundings Passed { get; } = passed;

    public bool Matched { get; } = matched;

    public bool Searching { get; } = searching;

    /// <summary>Nothing can match any more.</summary>
    public bool Dead { get; } = threads.Length == 0 && !searching;

    /// <summary>Whether a scan must look: matched, or dead.</summary>
    public readonly bool Notable = matched || (threads.Length == 0 && !searching);

    /// <summary>The states that follow, by class; filled as they are needed.</summary>
    public readonly AutomatonState?[] Next = new AutomatonState?[classes];

    public bool Equals(AutomatonState? other) =>
        other is not null && Passed == other.Passed && Matched == other.Matched && Searching == other.Searching && Threads.AsSpan().SequenceEqual(other.Threads);

    public override bool Equals(object? obj) => Equals(obj as AutomatonState);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add((Passed, Matched, Searching));
        foreach (var thread in Threads)
        {
            hash.Add(thread);
        }

        return hash.ToHashCode();
    }
}
