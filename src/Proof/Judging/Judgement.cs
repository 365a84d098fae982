using System.Text.Json.Nodes;
using Daytwo.Admission.Validating;

namespace Daytwo.Proof.Judging;

/// <summary>What a rule makes of a request.</summary>
/// <param name="Allowed">Whether it passes.</param>
/// <param name="Message">Why it does not; else empty.</param>
/// <param name="Warnings">What the user is told beside it.</param>
/// <param name="Object">The object after the rule's changes; null when there is none, or when the request is refused.</param>
/// <param name="Cost">What its expressions cost, in the units of the apiserver's budgets.</param>
public sealed record Judgement(bool Allowed, string Message, IReadOnlyList<string> Warnings, JsonObject? Object, long Cost)
{
    /// <summary>Whether the rule is about the request at all.</summary>
    public bool Concerned { get; init; }

    /// <summary>Whether its mutations changed the object.</summary>
    public bool Changed { get; init; }

    /// <summary>Mutations that failed, each with why, whatever the failure policy makes of it.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Validations that do not hold or could not be told, whatever the mode makes of them.</summary>
    public IReadOnlyList<PolicyFinding> Findings { get; init; } = [];
}
