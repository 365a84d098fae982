namespace Daytwo.Proof.AuditLog;

/// <summary>A request that policy and webhook judged differently.</summary>
/// <param name="AuditId">Finds the event again.</param>
/// <param name="Policy">Its messages; none when it let the request pass.</param>
/// <param name="Webhook">Its messages; none when it let the request pass.</param>
public sealed record LoggedDifference(string Rule, string Time, string Request, string AuditId, IReadOnlyList<string> Policy, IReadOnlyList<string> Webhook);
