namespace Daytwo.Backup.Pruning;

/// <summary>
/// Which snapshots to keep. A snapshot is kept when any rule keeps it, unless it is older than <see cref="MaxAge"/>. Without any rule but
/// <see cref="MaxAge"/> every younger one is kept; without any rule at all, every one.
/// </summary>
public sealed record RetentionPolicy
{
    /// <summary>The newest N.</summary>
    public int? Last { get; init; }

    /// <summary>The newest of each of the newest N hours that have one.</summary>
    public int? Hourly { get; init; }

    /// <summary>The newest of each of the newest N days that have one.</summary>
    public int? Daily { get; init; }

    /// <summary>The newest of each of the newest N weeks (from Monday) that have one.</summary>
    public int? Weekly { get; init; }

    /// <summary>The newest of each of the newest N months that have one.</summary>
    public int? Monthly { get; init; }

    /// <summary>Older ones go, whatever rule would keep them.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Where hours, days, weeks and months begin.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}
