namespace Daytwo.Proof.Replaying;

/// <summary>What an apiserver did with a request.</summary>
public enum AnswerKind
{
    /// <summary>It would have been done.</summary>
    Admitted,

    /// <summary>A rule refused it, or could not be judged.</summary>
    Refused,

    /// <summary>The API refused it for reasons of its own, such as an invalid object.</summary>
    Rejected,

    /// <summary>There was no verdict: the apiserver failed, or a webhook that must answer did not.</summary>
    Failed,
}
