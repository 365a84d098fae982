namespace Daytwo.Backup.Pruning;

/// <summary>What becomes of one snapshot.</summary>
/// <param name="Reasons">Why, for a person: the rules that keep it, or why it goes. Never empty.</param>
public sealed record RetentionDecision(RetainedSnapshot Snapshot, bool Keep, IReadOnlyList<string> Reasons)
{
    public override string ToString() => $"{Snapshot.Id}: {(Keep ? "keep" : "delete")} ({string.Join(", ", Reasons)})";
}
