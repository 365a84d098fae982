namespace Daytwo.Proof.Auditing;

/// <summary>The results of one report while they come in: at most so many are kept, a graver one in place of a lesser one.</summary>
internal sealed class SectionDraft(string? ns, int most)
{
    private readonly List<AuditResult>[] _kept = [.. Enum.GetValues<AuditOutcome>().Select(_ => new List<AuditResult>())];
    private AuditCounts _counts = AuditCounts.None;
    private int _size;
    private long _leftOff;

    /// <param name="mayGrow">Whether one more may be kept in all.</param>
    /// <returns>Whether one more is kept than before.</returns>
    public bool Add(AuditResult result, bool mayGrow)
    {
        _counts = _counts.With(result.Outcome);
        if (result.Outcome == AuditOutcome.Pass)
        {
            return false;
        }

        if (_size < most && mayGrow)
        {
            _size++;
            _kept[(int)result.Outcome].Add(result);
            return true;
        }

        _leftOff++;
        if (Array.FindLast(_kept, list => list.Count > 0) is { } least && least[^1].Outcome > result.Outcome)
        {
            least.RemoveAt(least.Count - 1);
            _kept[(int)result.Outcome].Add(result);
        }

        return false;
    }

    public AuditSection Finish() => new(ns, _counts, [.. _kept.SelectMany(list => list)], _leftOff);
}
