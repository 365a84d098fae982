using Daytwo.Proof.Corpus;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Drills;

/// <summary>A request of a drill, and what the rule says to it.</summary>
/// <param name="Refusal">What the rule says when it refuses; null where it must let the request pass.</param>
public sealed record DrillRequest(CorpusItem Item, string? Refusal)
{
    public bool MustPass => Refusal is null;

    /// <param name="answer">Null when none came.</param>
    public DrillVerdict Judge(Answer? answer) => (MustPass, answer?.Kind) switch
    {
        (true, AnswerKind.Admitted) => DrillVerdict.Right,
        (true, _) => DrillVerdict.Outage,
        (false, AnswerKind.Admitted) => DrillVerdict.Gap,
        (false, AnswerKind.Refused) when answer!.Message == Refusal => DrillVerdict.Right,
        _ => DrillVerdict.Unjudged,
    };
}
