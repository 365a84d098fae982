namespace Daytwo.Proof.AuditLog;

/// <summary>What a log tells of one rule.</summary>
/// <param name="Requests">Requests of which both verdicts are logged.</param>
/// <param name="Broken">Those among them that break the rule, as the webhook says.</param>
/// <param name="Unknown">Requests of which the policy's verdict is not logged: an apiserver may log only one failing policy of a request.</param>
public sealed record LoggedRule(string Rule, long Requests, long Broken, long Different, long Unknown);
