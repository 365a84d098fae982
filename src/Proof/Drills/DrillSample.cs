namespace Daytwo.Proof.Drills;

/// <summary>One request of a drill as it went.</summary>
/// <param name="Sent">Since the drill began, as <paramref name="Answered"/>.</param>
/// <param name="Bad">Whether the rule forbids it.</param>
/// <param name="Text">What the user was told; empty when it passed.</param>
public readonly record struct DrillSample(TimeSpan Sent, TimeSpan Answered, bool Bad, DrillVerdict Verdict, string Text)
{
    public bool IsRight => Verdict == DrillVerdict.Right;

    public double Milliseconds => (Answered - Sent).TotalMilliseconds;
}
