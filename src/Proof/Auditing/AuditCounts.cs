using System.Text.Json.Serialization;

namespace Daytwo.Proof.Auditing;

/// <summary>How many results there were of each kind, those that were left off included.</summary>
public sealed record AuditCounts(long Pass, long Fail, long Warn, long Error, long Skip)
{
    public static AuditCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Whether every object keeps every rule that could be judged.</summary>
    [JsonIgnore]
    public bool Clean => Fail + Warn + Error == 0;

    [JsonIgnore]
    public long Total => Pass + Fail + Warn + Error + Skip;

    /// <summary>These and one more.</summary>
    public AuditCounts With(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Pass => this with { Pass = Pass + 1 },
        AuditOutcome.Fail => this with { Fail = Fail + 1 },
        AuditOutcome.Warn => this with { Warn = Warn + 1 },
        AuditOutcome.Error => this with { Error = Error + 1 },
        _ => this with { Skip = Skip + 1 },
    };
}
