using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Backups;

/// <summary>
/// Which snapshots to keep. A snapshot stays while any of the keep rules wants it and it is younger than maxAge. Hours, days,
/// weeks and months are those of spec.timeZone; of each the newest snapshot counts.
/// </summary>
[Rule("(has(self.keepLast) && self.keepLast > 0) || (has(self.keepHourly) && self.keepHourly > 0) || (has(self.keepDaily) && self.keepDaily > 0)"
    + " || (has(self.keepWeekly) && self.keepWeekly > 0) || (has(self.keepMonthly) && self.keepMonthly > 0) || has(self.maxAge)",
    "retention would keep nothing: set at least one of keepLast, keepHourly, keepDaily, keepWeekly, keepMonthly to 1 or more, or set maxAge; or remove retention to keep everything")]
public sealed record RetentionSpec
{
    /// <summary>Keep this many of the newest snapshots.</summary>
    [Range(0, 10_000)]
    public int? KeepLast { get; init; }

    /// <summary>Keep the newest snapshot of each of this many hours that have one.</summary>
    [Range(0, 10_000)]
    public int? KeepHourly { get; init; }

    /// <summary>Keep the newest snapshot of each of this many days that have one.</summary>
    [Range(0, 10_000)]
    public int? KeepDaily { get; init; }

    /// <summary>Keep the newest snapshot of each of this many weeks (from Monday) that have one.</summary>
    [Range(0, 10_000)]
    public int? KeepWeekly { get; init; }

    /// <summary>Keep the newest snapshot of each of this many months that have one.</summary>
    [Range(0, 10_000)]
    public int? KeepMonthly { get; init; }

    /// <summary>Delete snapshots older than this, such as 720h, even where a keep rule wants them. Alone, it keeps all that are younger.</summary>
    [Duration]
    public TimeSpan? MaxAge { get; init; }
}
