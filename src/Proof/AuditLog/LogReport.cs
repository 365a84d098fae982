using System.Text.Json.Serialization;

namespace Daytwo.Proof.AuditLog;

/// <summary>What audit logs tell of rules in both outlets.</summary>
/// <param name="Differences">The first of them.</param>
public sealed record LogReport(long Events, IReadOnlyList<LoggedRule> Rules, IReadOnlyList<LoggedDifference> Differences)
{
    public long Requests => Rules.Sum(rule => rule.Requests);

    public long Different => Rules.Sum(rule => rule.Different);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LogReport))]
public sealed partial class LogJson : JsonSerializerContext;
