using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Comparing;

/// <summary>What a client would get, were the engine in this program the outlet.</summary>
/// <param name="Judged">Whether the rule is about the request: its conditions hold, and its expressions were evaluated.</param>
internal sealed record EngineAnswer(Answer Answer, bool Judged);
