namespace Daytwo.Embedded.Store;

/// <summary>The recent changes, oldest first: what a watch can start from and a list can go back to.</summary>
/// <param name="capacity">How many changes are remembered.</param>
internal sealed class ChangeLog(int capacity)
{
    private readonly Queue<Change> changes = new();

    /// <summary>Changes up to this revision are forgotten; 0 while none are.</summary>
    public long CompactedRevision { get; private set; }

    public void Add(Change change)
    {
        changes.Enqueue(change);
        while (changes.Count > capacity)
        {
            CompactedRevision = changes.Dequeue().Revision;
        }
    }

    /// <summary>Forgets every change up to and including a revision.</summary>
    public void Compact(long revision)
    {
        while (changes.TryPeek(out var oldest) && oldest.Revision <= revision)
        {
            changes.Dequeue();
        }

        CompactedRevision = Math.Max(CompactedRevision, revision);
    }

    /// <summary>The changes of a collection after a revision that is not compacted, oldest first.</summary>
    public IEnumerable<Change> After(long revision, string collection) =>
        changes.Where(c => c.Revision > revision && c.Collection == collection);
}
